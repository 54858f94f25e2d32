@echo off
rem Set up what is missing and start Liaison Desktop; arguments are passed on (run.bat --help).
setlocal
chcp 65001 >nul
call "%~dp0setup.bat" run
if errorlevel 1 (
    if "%~1"=="" pause
    exit /b 1
)
"%~dp0.venv\Scripts\python.exe" -OO -X no_debug_ranges -m liaison_desktop %*
exit /b %errorlevel%
