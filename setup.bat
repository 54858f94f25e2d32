@echo off
rem What run.bat and test.bat share: the Windows version, a Python, .venv and the pinned packages.
rem Called with "run" or "test"; answers by its exit code. Silent and quick when nothing has changed.
setlocal
set "here=%~dp0"
set "bin=%here%.venv\Scripts"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
set "PIP_NO_INPUT=1"

rem "Microsoft Windows [Version 10.0.17763.1]", with another word for Version in other languages.
set "old="
for /f "tokens=4-6 delims=[.] " %%a in ('ver') do (
    if %%a lss 10 set "old=yes"
    if %%a equ 10 if %%c lss 17763 set "old=yes"
)
if defined old (
    echo 本程序需要 Windows 10 1809（10.0.17763）或更高版本，请在符合要求的电脑上运行。
    exit /b 1
)

rem The stamp holds the pins of the last set-up; a stamp that differs means to set up again.
set "stamp=%here%.venv\set-up-%~1.txt"
if exist "%stamp%" if exist "%bin%\liaison-desktop.exe" (
    copy /b /y "%here%constraints.txt"+"%here%pyproject.toml"+"%here%setup.py" "%stamp%.now" >nul
    echo %here%>>"%stamp%.now"
    fc /b "%stamp%" "%stamp%.now" >nul 2>nul && exit /b 0
)

echo 正在准备运行环境（首次约需一两分钟）…
set "python="
set "is_new=import sys; sys.exit(sys.version_info < (3, 11))"
for %%p in ("py -3.11" "py -3" "python") do (
    if not defined python %%~p -c "%is_new%" >nul 2>nul && set "python=%%~p"
)
if not defined python (
    echo 没有找到 Python 3.11 或更高版本，请先安装后重试。
    exit /b 1
)

rem A folder that was moved, or whose Python went away, is made anew.
"%bin%\pip.exe" --version >nul 2>nul
if errorlevel 1 %python% -m venv --clear "%here%.venv"
if errorlevel 1 exit /b 1

cd /d "%here%"
set "pinned="%bin%\python.exe" -m pip install -qq -c constraints.txt"
%pinned% pip setuptools
if errorlevel 1 exit /b 1
%pinned% --no-build-isolation -e .
if errorlevel 1 exit /b 1
if "%~1"=="test" %pinned% --group dev
if errorlevel 1 exit /b 1
copy /b /y constraints.txt+pyproject.toml+setup.py "%stamp%" >nul
echo %here%>>"%stamp%"
exit /b 0
