using System.Diagnostics;
using EvalAwareness.Core;
using EvalAwareness.Inference.Tests.Parity;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>
/// A checkpoint comes from somebody else: whatever stands in one of its files, it is opened and used, or refused in lines that name a file;
/// it takes no memory beyond what the file is worth, and comes to an end.
/// </summary>
public sealed class CheckpointFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const long MostAllocated = 64_000_000;

    // Passing objects included: a token of a template takes a kilobyte of them.
    private const int TimesOfTheFile = 500;

    private const int LongestLine = 600;

    private static readonly string[] Files =
    [
        "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", HostilePair.Template,
        "model.safetensors", HostilePair.Index, "nla_meta.yaml", "value_head.safetensors",
    ];

    private readonly HostilePair[] _pairs = [.. ParityPair.Names().Select(name => new HostilePair(name.Data))];
    private int _case;
    private (TimeSpan Time, int Case) _slowest;
    private (long Bytes, int Case) _largest;

    public static TheoryData<string> Kinds() => [.. Files];

    public void Dispose()
    {
        foreach (var pair in _pairs)
            pair.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mutated_file_is_read_or_refused_in_lines_that_name_it(string file)
    {
        var fuzzing = Task.Run(() => Enumerable.Range(0, FuzzBudget.Cases).Count(number => IsRefused(file, number)), TestContext.Current.CancellationToken);
        if (await Task.WhenAny(fuzzing, Task.Delay(FuzzBudget.Patience, TestContext.Current.CancellationToken)) != fuzzing)
            Assert.Fail($"{file}, case {_case} comes to no end");
        var refused = await fuzzing;

        output.WriteLine($"{refused} of {FuzzBudget.Cases} refused; case {_slowest.Case} took {_slowest.Time.TotalSeconds:f2} s, case {_largest.Case} {_largest.Bytes / 1e6:f0} MB");
        // Most of what is mutated matters, and not all of it.
        Assert.InRange(refused, FuzzBudget.Cases / 4, FuzzBudget.Cases - 1);
    }

    private bool IsRefused(string file, int number)
    {
        var random = new Random(1_000_003 * Array.IndexOf(Files, file) + number);
        var (folder, use) = Half(file, _pairs[random.Next(_pairs.Length)], random);
        (_case, var refused) = (number, false);
        HostilePair.With(
            Path.Combine(folder, file), original => Mutations.Mutate(file, original, random),
            mutated => refused = IsRefused(use, $"{file}, case {number}", MostAllocated + TimesOfTheFile * mutated.Length));
        return refused;
    }

    private bool IsRefused(Action use, string name, long mostAllocated)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var refused = Problems(use, name);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        _slowest = clock.Elapsed > _slowest.Time ? (clock.Elapsed, _case) : _slowest;
        _largest = allocated > _largest.Bytes ? (allocated, _case) : _largest;
        Assert.True(allocated <= mostAllocated, $"{name} allocates {allocated} bytes");
        Assert.All(refused, problem => Assert.True(IsLine(problem) && Files.Any(problem.Contains), $"{name} is refused with: {problem}"));
        return refused.Count > 0;
    }

    /// <summary>Why a checkpoint is refused; nothing when it works.</summary>
    private static IReadOnlyList<string> Problems(Action use, string name)
    {
        try
        {
            use();
            return [];
        }
        catch (RefusedException refusal)
        {
            return refusal.Problems;
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{name} is neither read nor refused: {fault.Message}", fault);
        }
    }

    private static bool IsLine(string problem) => problem.Length < LongestLine && !problem.Any(char.IsControl);

    /// <summary>A half of the pair that has the file, and what a run does with it.</summary>
    private static (string Folder, Action Use) Half(string file, HostilePair pair, Random random) => (file, random.Next(3)) switch
    {
        ("value_head.safetensors", _) => (pair.ReconstructorFolder, pair.UseReconstructor),
        ("generation_config.json", _) or ("nla_meta.yaml", 0) or (_, 0) => (pair.VerbalizerFolder, pair.UseVerbalizer),
        ("nla_meta.yaml", _) or (_, 1) => (pair.ReconstructorFolder, pair.UseReconstructor),
        _ => (pair.VerbalizerFolder, pair.UseTarget),
    };
}
