using System.Text;
using System.Text.Json;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Tests.Files;

public sealed class JsonScannerTests
{
    private const string Log = """{"a":{"b":[1,{"c":"]}"}],"d":NaN}, "list":[ 1, -Infinity , "x\"" ,[]], "e":"Infinity \\", "f":null}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task Members_and_items_are_cut_however_the_bytes_arrive(int piece)
    {
        var scanner = Over(Log, piece);
        var cut = new List<string>();

        await foreach (var name in scanner.MembersAsync(Stop))
        {
            if (name == "a")
                await scanner.SkipAsync(Stop);
            else if (name == "list")
                await foreach (var index in scanner.ItemsAsync(Stop))
                    cut.Add($"{index}={Encoding.UTF8.GetString((await scanner.TakeAsync(Stop))!)}");
            else
                cut.Add($"{name}={Encoding.UTF8.GetString((await scanner.TakeAsync(Stop))!)}");
        }
        await scanner.RequireEndAsync(Stop);

        Assert.Equal(["0=1", "1=\"\"", "2=\"x\\\"\"", "3=[]", "e=\"Infinity \\\\\"", "f=null"], cut);
    }

    [Theory]
    [InlineData("""{"a":1 "b":2}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{1:1}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":Nan}""")]
    [InlineData("""{"a":[1,2}""")]
    [InlineData("""{"a":1} x""")]
    [InlineData("")]
    public async Task What_is_no_JSON_is_an_error(string text)
    {
        var scanner = Over(text, 2);
        await Assert.ThrowsAnyAsync<JsonException>(async () =>
        {
            await foreach (var _ in scanner.MembersAsync(Stop))
                await scanner.SkipAsync(Stop);
            await scanner.RequireEndAsync(Stop);
        });
    }

    [Fact]
    public async Task A_value_that_is_no_object_or_list_has_no_members_or_items_and_is_passed_over()
    {
        var scanner = Over("""["x",5]""", 1);
        await foreach (var _ in scanner.ItemsAsync(Stop))
        {
            Assert.Empty(await scanner.MembersAsync(Stop).ToListAsync(Stop));
        }
        await scanner.RequireEndAsync(Stop);
    }

    private static JsonScanner Over(string text, int piece)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = 0;
        return new JsonScanner((memory, _) =>
        {
            var length = Math.Min(piece, Math.Min(memory.Length, bytes.Length - at));
            bytes.AsSpan(at, length).CopyTo(memory.Span);
            at += length;
            return new ValueTask<int>(length);
        });
    }
}
