using System.Buffers.Binary;
using System.Text;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Torch.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("safetensors").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_link_is_read_as_the_file_it_leads_to()
    {
        var file = Path.Combine(_folder, "blob");
        using var written = Tensor.From([1f, 2f], [2]);
        SafetensorsWriter.Write(file, new Dictionary<string, Tensor> { ["x"] = written });
        var link = Path.Combine(_folder, "model.safetensors");
        File.CreateSymbolicLink(link, file);

        using var opened = SafetensorsFile.Open(link);

        using var read = opened.View("x");
        Assert.Equal([1f, 2f], read.ToArray<float>());
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using var scope = TensorScope.Enter();
        var path = Path.Combine(_folder, "model.safetensors");
        SafetensorsWriter.Write(path, new Dictionary<string, Tensor>
        {
            ["b"] = Tensor.From([1.5f, -2], [2]).To(ScalarType.BFloat16),
            ["a"] = Tensor.From([1L, 2, 3, 4, 5, 6], [2, 3]),
            ["scalar"] = Tensor.Scalar(4),
        });
        using var folder = SafetensorsFolder.Open(_folder);

        Assert.Equal(["a", "b", "scalar"], folder.Names.Order());
        Assert.Equal([1.5f, -2], folder.View("b").ToArray<float>());
        Assert.Equal([2, 3], folder.View("a").Shape);
        Assert.Equal([1L, 2, 3, 4, 5, 6], folder.View("a").ToArray<long>());
        Assert.Equal(4, folder.View("scalar").Item());
    }

    [Fact]
    public void Shards_are_found_through_their_index()
    {
        using var scope = TensorScope.Enter();
        SafetensorsWriter.Write(Path.Combine(_folder, "one.safetensors"), new Dictionary<string, Tensor> { ["x"] = Tensor.Scalar(1) });
        SafetensorsWriter.Write(Path.Combine(_folder, "two.safetensors"), new Dictionary<string, Tensor> { ["y"] = Tensor.Scalar(2) });
        WriteIndex("""{"weight_map": {"x": "one.safetensors", "y": "two.safetensors"}}""");
        using var folder = SafetensorsFolder.Open(_folder);

        Assert.Equal(2, folder.View("y").Item());
    }

    [Theory]
    [InlineData("""{"weight_map": {"x": "../one.safetensors"}}""", "is no plain file name")]
    [InlineData("""{"weight_map": {"z": "one.safetensors"}}""", "places tensor 'z' in one.safetensors, which does not hold it")]
    [InlineData("""{"weight_map": {"x": "two.safetensors"}}""", "model.safetensors.index.json: it places tensor 'x' in two.safetensors, which does not exist")]
    [InlineData("""{"weight_map": {"\ud83d": "one.safetensors"}}""", "has no valid weight_map")]
    [InlineData("""{"weights": 1}""", "has no valid weight_map")]
    [InlineData("no json", "has no valid weight_map")]
    public void A_false_index_is_refused(string index, string problem)
    {
        using var scope = TensorScope.Enter();
        SafetensorsWriter.Write(Path.Combine(_folder, "one.safetensors"), new Dictionary<string, Tensor> { ["x"] = Tensor.Scalar(1) });
        WriteIndex(index);

        Assert.Contains(problem, Assert.Throws<SafetensorsException>(() => SafetensorsFolder.Open(_folder)).Message);
    }

    [Theory]
    [InlineData("""{"x": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}""", 4, "the file is truncated")]
    [InlineData("""{"x": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}}""", 8, "does not fill its 8 bytes")]
    [InlineData("""{"x": {"dtype": "F32", "shape": [4611686018427387904, 4], "data_offsets": [0, 8]}}""", 8, "does not fill its 8 bytes")]
    [InlineData("""{"x": {"dtype": "F99", "shape": [2], "data_offsets": [0, 8]}}""", 8, "unknown element type 'F99'")]
    [InlineData("""{"x": {"dtype": "F32", "shape": [-2], "data_offsets": [0, 8]}}""", 8, "no valid shape and data_offsets")]
    [InlineData("""{"x": {"dtype": "F32", "shape": [2]}}""", 8, "lacks a valid dtype, shape or data_offsets")]
    [InlineData("""{"x": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "y": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}""", 12, "overlaps the one before it")]
    [InlineData("""{"\ud83d": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}""", 8, "the name of a tensor is not valid Unicode")]
    [InlineData("[1, 2]", 0, "is no JSON object")]
    [InlineData("{", 0, "is no JSON")]
    public void A_false_header_is_refused(string header, int dataSize, string problem)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        WriteModel((ulong)bytes.Length, [.. bytes, .. new byte[dataSize]]);

        Assert.Contains(problem, Assert.Throws<SafetensorsException>(() => SafetensorsFolder.Open(_folder)).Message);
    }

    [Fact]
    public void A_header_longer_than_the_file_is_refused_without_reading_it()
    {
        WriteModel(ulong.MaxValue, [1, 2, 3]);
        Assert.Contains("truncated or no safetensors file", Assert.Throws<SafetensorsException>(() => SafetensorsFolder.Open(_folder)).Message);
    }

    [Fact]
    public void Nothing_of_a_refused_file_stays_mapped()
    {
        const string Mappings = "/proc/self/maps";
        Assert.SkipUnless(File.Exists(Mappings), "only Linux lists the files that are mapped");
        WriteModel(2, "{]"u8.ToArray());
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(Path.Combine(_folder, "model.safetensors")));
        Assert.DoesNotContain(_folder, File.ReadAllText(Mappings));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var message = Assert.Throws<SafetensorsException>(() => SafetensorsFolder.Open(_folder)).Message;
        Assert.EndsWith("model.safetensors: the file does not exist.", message);
    }

    private void WriteIndex(string json) => File.WriteAllText(Path.Combine(_folder, "model.safetensors.index.json"), json);

    private void WriteModel(ulong headerLength, byte[] rest)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, headerLength);
        File.WriteAllBytes(Path.Combine(_folder, "model.safetensors"), [.. length, .. rest]);
    }
}
