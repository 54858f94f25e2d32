@echo off
rem Set up what is missing and run everything that must pass. Goes by exit codes; a failed step does
rem not hide the next, and any failed step fails the whole.
setlocal enabledelayedexpansion
chcp 65001 >nul
call "%~dp0setup.bat" test
if errorlevel 1 exit /b 1
cd /d "%~dp0"
set "bin=%~dp0.venv\Scripts"
set "failed="

echo.
echo -- ruff check
"%bin%\ruff.exe" check --quiet .
if errorlevel 1 set "failed=!failed! ruff-check"

echo.
echo -- ruff format
"%bin%\ruff.exe" format --quiet --check .
if errorlevel 1 set "failed=!failed! ruff-format"

echo.
echo -- mypy --strict
"%bin%\mypy.exe"
if errorlevel 1 set "failed=!failed! mypy"

echo.
echo -- import-linter
"%bin%\lint-imports.exe"
if errorlevel 1 set "failed=!failed! import-linter"

echo.
echo -- pytest
"%bin%\python.exe" -m pytest -q
if !errorlevel! neq 0 set "failed=!failed! pytest"

echo.
if defined failed (
    echo FAILED:!failed!
    exit /b 1
)
echo ruff check, ruff format, mypy --strict, import-linter, pytest: ok
exit /b 0
