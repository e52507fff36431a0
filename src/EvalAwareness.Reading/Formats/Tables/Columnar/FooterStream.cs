using System.Runtime.CompilerServices;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>The bytes of a footer; at their end, and in nesting that a stack cannot hold, reading fails.</summary>
internal sealed class FooterStream(byte[] footer) : MemoryStream(footer, writable: false)
{
    public override int ReadByte()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = base.ReadByte();
        return value >= 0 ? value : throw new EndOfStreamException("the footer is cut off");
    }
}
