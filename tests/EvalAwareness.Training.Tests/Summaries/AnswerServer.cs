using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace EvalAwareness.Training.Tests.Summaries;

/// <summary>Answers like an OpenAI-compatible endpoint on a free local port: with the given answers in the order of the questions, the last of them from then on.</summary>
internal sealed class AnswerServer : IDisposable
{
    public const string Good = "<explanation>\nA mail.\n\nEnds with \"the\".\n</explanation>";

    /// <summary>Closes the connection in the middle of the answer's head.</summary>
    public const string Drop = "HTTP/1.1 200";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string[] _answers;
    private readonly List<string> _questions = [];

    /// <param name="answers">Whole HTTP responses.</param>
    public AnswerServer(params string[] answers)
    {
        _answers = answers;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/v1");
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>All requests so far, head and body.</summary>
    public IReadOnlyList<string> Questions => _questions;

    public static string Answer(string text) =>
        Status(200, JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = text } } } }));

    public static string Status(int status, string body = "", string headers = "") =>
        $"HTTP/1.1 {status} Status\r\n{headers}Connection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                _questions.Add(await ReadAsync(stream));
                await stream.WriteAsync(Encoding.UTF8.GetBytes(_answers[Math.Min(_questions.Count, _answers.Length) - 1]));
            }
        }
        // Disposed while it waited.
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        const string HeadEnd = "\r\n\r\n", Length = "Content-Length: ";
        var (text, buffer) = ("", new byte[16384]);
        while (!text.Contains(HeadEnd) || text.Length - text.IndexOf(HeadEnd) - HeadEnd.Length < int.Parse(text.Split(Length)[1].Split("\r\n")[0]))
            text += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
        return text;
    }
}
