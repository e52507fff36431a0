using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Judging.Chat;

/// <summary>
/// Answers on disk, a file each, shared by runs and by processes: a file appears whole or not at all, and one that is not whole is as good as none.
/// Files and folders are the user's alone: answers quote what was judged.
/// </summary>
public sealed class AnswerCache
{
    private readonly string _folder;

    /// <exception cref="RefusedException">Nothing can be written there.</exception>
    public AnswerCache(string folder)
    {
        _folder = folder;
        try
        {
            CreateFolder(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"judge.cache: {folder} cannot be made ({error.Message}); name another folder", error);
        }
    }

    /// <summary>Under the user's cache directory, as XDG has it.</summary>
    public static string DefaultFolder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "evalaware",
        "judge");

    /// <param name="key">Hash of everything an answer depends on, lower-case hex.</param>
    /// <returns>Null where there is none, or none that is whole.</returns>
    internal StoredAnswer? Find(string key)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Entry>(File.ReadAllBytes(PathOf(key)));
            return stored?.Answer is { Text: not null } answer && stored.Check == Check(key, answer) ? answer : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal void Keep(string key, StoredAnswer answer)
    {
        var path = PathOf(key);
        CreateFolder(Path.GetDirectoryName(path)!);
        var pending = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(pending, JsonSerializer.SerializeToUtf8Bytes(new Entry(answer, Check(key, answer))));
        File.Move(pending, path, overwrite: true);
    }

    private string PathOf(string key) => Path.Combine(_folder, key[..2], $"{key}.json");

    private static string Check(string key, StoredAnswer answer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{answer.Score:R}\n{answer.Text}")));

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private sealed record Entry(StoredAnswer? Answer, string? Check);
}
