using System.Runtime.InteropServices;
using EvalAwareness.Torch;
using Google.Protobuf;

namespace EvalAwareness.Inference.Classification;

/// <summary>
/// The float32 weights of an exported encoder under the names they had before: an export keeps the names of biases, while the matrices
/// become constants with numbers for names, each multiplied right before its bias is added.
/// </summary>
/// <remarks>Field numbers: onnx.proto3 of ONNX (ModelProto, GraphProto, NodeProto, TensorProto).</remarks>
internal sealed class OnnxWeights
{
    private const int Graph = 7;
    private const int GraphNode = 1;
    private const int GraphInitializer = 5;
    private const int NodeInput = 1;
    private const int NodeOutput = 2;
    private const int NodeOperation = 4;
    private const int TensorDimension = 1;
    private const int TensorType = 2;
    private const int TensorName = 8;
    private const int TensorBytes = 9;
    private const int Float32 = 1;

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, Tensor> _tensors = [];

    private OnnxWeights()
    {
    }

    /// <returns>Tensors by name; matrices as [out, in], with <c>.weight</c> where their bias has <c>.bias</c>.</returns>
    public static IReadOnlyDictionary<string, Tensor> Read(Stream model)
    {
        var weights = new OnnxWeights();
        using var input = new CodedInputStream(model);
        EachField(input, end: null, field =>
        {
            if (field != Graph)
                return false;
            weights.ReadGraph(input);
            return true;
        });
        return weights.Named();
    }

    private void ReadGraph(CodedInputStream input) => EachField(input, End(input), field =>
    {
        if (field == GraphNode)
            _nodes.Add(ReadNode(input));
        else if (field == GraphInitializer)
            ReadTensor(input);
        else
            return false;
        return true;
    });

    private static Node ReadNode(CodedInputStream input)
    {
        var node = new Node([], [], "");
        EachField(input, End(input), field =>
        {
            if (field == NodeInput)
                node.Inputs.Add(input.ReadString());
            else if (field == NodeOutput)
                node.Outputs.Add(input.ReadString());
            else if (field == NodeOperation)
                node = node with { Operation = input.ReadString() };
            else
                return false;
            return true;
        });
        return node;
    }

    private void ReadTensor(CodedInputStream input)
    {
        var (name, shape, type, bytes) = ("", new List<long>(), 0, ByteString.Empty);
        EachField(input, End(input), field =>
        {
            if (field == TensorDimension)
                shape.Add(input.ReadInt64());
            else if (field == TensorType)
                type = input.ReadInt32();
            else if (field == TensorName)
                name = input.ReadString();
            else if (field == TensorBytes)
                bytes = input.ReadBytes();
            else
                return false;
            return true;
        });
        if (type == Float32)
            _tensors[name] = Tensor.From(MemoryMarshal.Cast<byte, float>(bytes.Span), [.. shape]);
    }

    /// <summary>Goes through the fields of a message; one that is not taken is passed over.</summary>
    private static void EachField(CodedInputStream input, long? end, Func<int, bool> take)
    {
        while ((end is null || input.Position < end) && input.ReadTag() is var tag && tag != 0)
        {
            if (!take(WireFormat.GetTagFieldNumber(tag)))
                input.SkipLastField();
        }
    }

    private static long End(CodedInputStream input)
    {
        var length = input.ReadLength();
        return input.Position + length;
    }

    private Dictionary<string, Tensor> Named()
    {
        var named = _tensors.Where(tensor => tensor.Key.Contains('.')).ToDictionary();
        var products = _nodes.Where(node => node.Operation == "MatMul" && _tensors.ContainsKey(node.Inputs[1]))
            .ToDictionary(node => node.Outputs[0], node => node.Inputs[1]);
        foreach (var sum in _nodes.Where(node => node.Operation == "Add"))
        {
            var (matrix, bias) = (sum.Inputs.FirstOrDefault(products.ContainsKey), sum.Inputs.FirstOrDefault(named.ContainsKey));
            if (matrix is not null && bias is not null)
                named[bias.Replace(".bias", ".weight", StringComparison.Ordinal)] = Transposed(_tensors[products[matrix]]);
        }
        return named;
    }

    private static Tensor Transposed(Tensor matrix)
    {
        using (matrix)
            return matrix.Transpose(0, 1).Contiguous();
    }

    private sealed record Node(List<string> Inputs, List<string> Outputs, string Operation);
}
