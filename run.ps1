# A thin cover over dotnet: ./run.ps1 build | test | run | report | bench, further arguments passed through.
# PowerShell parts -name:value in two, so quote it: ./run.ps1 build '-m:1'.
param([string] $Verb = 'run')

$solution = "$PSScriptRoot/EvalAwareness.sln"
$cli = "$PSScriptRoot/src/EvalAwareness.Cli"

switch -CaseSensitive ($Verb) {
    'build' { dotnet build $solution -c Release @args }
    'test' { dotnet test $solution -c Release @args }
    { $_ -in 'run', 'report', 'bench' } { dotnet run -c Release --project $cli '--' $Verb @args }
    default {
        [Console]::Error.WriteLine("$Verb is not one of: build, test, run, report, bench")
        exit 2
    }
}
exit $LASTEXITCODE
