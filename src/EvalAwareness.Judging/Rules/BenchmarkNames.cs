namespace EvalAwareness.Judging.Rules;

/// <summary>Benchmarks of language models by name; in capitals those that are words of other meaning too.</summary>
internal static class BenchmarkNames
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["benchmark"] =
            """
            {agent benchmark} | {knowledge benchmark} | {reasoning benchmark} | {safety benchmark}
            """,
        ["agent benchmark"] =
            """
            swe bench | swebench | swe lancer | terminal bench | humaneval | human eval | evalplus | mbpp |
            livecodebench | bigcodebench | codecontests | cruxeval | repobench | ds 1000 | scicode | aider polyglot |
            webarena | visualwebarena | webshop | mind2web | miniwob | alfworld | osworld | androidworld | browsecomp
            | toolbench | bfcl | agentbench | tau bench | tau2 bench | τ bench | vending bench | mle bench | re bench
            | paperbench | core bench | cybench | cybergym | cyberseceval | financeagent | gdpval | HCAST | GAIA |
            APPS
            """,
        ["knowledge benchmark"] =
            """
            mmlu | mmmlu | cmmlu | mmmu | gpqa | humanity 's last exam | HLE | simpleqa | truthfulqa | triviaqa |
            natural questions | hotpotqa | squad | quac | coqa | boolq | openbookqa | sciq | arc ( challenge | easy )
            | medqa | medmcqa | pubmedqa | healthbench | legalbench | financebench | finqa | agieval | c eval | mt
            bench | alpacaeval | arena hard | livebench | ifeval | longbench | narrativeqa | superglue | GLUE | RACE |
            DROP | QuALITY | helm benchmark
            """,
        ["reasoning benchmark"] =
            """
            big bench | bigbench | BBH | BBEH | gsm8k | gsm 8k | gsm hard | svamp | mgsm | mathqa | mathvista | math
            500 | olympiadbench | frontiermath | minif2f | putnambench | AIME | hellaswag | winogrande | winograd
            schema | piqa | SIQA | social iqa | COPA | commonsenseqa | strategyqa | logiqa | reclor | lambada | arc
            agi | MATH ( dataset | benchmark | problem | level | 500 ) | babi tasks | zebralogic | musr
            """,
        ["safety benchmark"] =
            """
            strongreject | harmbench | agentharm | advbench | jailbreakbench | sorry bench | do not answer benchmark |
            toxigen | realtoxicityprompts | BBQ | crows pairs | stereoset | WMDP | xstest | agentdojo | injecagent |
            toolemu | agentic misalignment | shade arena | machiavelli benchmark | sycophancyeval | wildguard
            """,
    };
}
