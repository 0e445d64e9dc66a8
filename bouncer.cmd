@echo off
rem Starts Bouncer; builds it first when it was never built.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%grader\app\target\bouncer-app-0.1.0.jar"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
if not exist "%JAR%" (
  echo bouncer: building the grader, only the first time ... 1>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -q -B -ntp -Dbouncer.quick -DskipTests package -pl grader/app,exercises -am 1>&2
  if errorlevel 1 (popd & echo bouncer: the build failed 1>&2 & exit /b 3)
  popd
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dbouncer.exercises=%HOME_DIR%exercises" "-Dbouncer.command=bouncer" -cp "%JAR%;%HOME_DIR%grader\app\target\lib\*" bouncer.app.cli.Main %*
exit /b %errorlevel%
