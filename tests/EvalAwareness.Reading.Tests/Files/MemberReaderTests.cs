using EvalAwareness.Core;
using EvalAwareness.Reading.Files.Archives;

namespace EvalAwareness.Reading.Tests.Files;

public sealed class MemberReaderTests
{
    [Fact]
    public async Task A_member_that_unpacks_without_end_is_stopped()
    {
        using var endless = new EndlessStream();
        using var reader = new MemberReader(new ZipMember("bomb", 0, () => (endless, endless)));
        var memory = new byte[64 << 20];

        var stopped = await Assert.ThrowsAsync<ItemException>(async () =>
        {
            while (true)
                await reader.ReadAsync(memory, TestContext.Current.CancellationToken);
        });

        Assert.Equal("it unpacks to more than 2 GB", stopped.Message);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;
    }
}
