@echo off
rem Starts Bouncer; builds it first when it was never built or its sources are newer than the build.
setlocal
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%grader\app\target"
set "JAR=%TARGET%\bouncer-app.jar"
set "STAMP=%TARGET%\bouncer.built"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
rem Batch files can't compare times: the program does, and ends with 9 when it is older than its sources. After a build it is not asked.
set "ASK=-Dbouncer.stamp=%STAMP%"
if not exist "%JAR%" goto build
if not exist "%STAMP%" goto build

:start
"%JAVA%" "%ASK%" -Djdk.console=java.base -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto "-Dbouncer.exercises=%HOME_DIR%exercises" "-Dbouncer.command=.\bouncer" -cp "%JAR%;%TARGET%\lib\*" bouncer.app.cli.Main %*
set "CODE=%errorlevel%"
if "%CODE%"=="9" goto build
exit /b %CODE%

:build
echo bouncer: building the grader (only the first time, and when it changed) ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
set "LOG=%TARGET%\bouncer-build.log"
rem As old as the beginning of the build: what is saved meanwhile is built the next time.
type nul >"%STAMP%.new"
pushd "%HOME_DIR%"
call mvnw.cmd -q -B -ntp -Dmaven.test.skip=false -Dbouncer.quick -DskipTests package -pl grader/app,exercises/all -am >"%LOG%" 2>&1 <nul
set "CODE=%errorlevel%"
popd
if "%CODE%"=="0" goto built
echo bouncer: the build failed; see "%LOG%" 1>&2
type "%LOG%" 1>&2
del "%STAMP%.new"
exit /b 3

:built
move /y "%STAMP%.new" "%STAMP%" >nul
set "ASK=-Dbouncer.fresh=true"
goto start
