using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EvalAwareness.Tests.Chat;

/// <summary>A chat endpoint on a free local port that behaves as a test wants it to. On bare sockets: a server that means well never drops a connection.</summary>
internal sealed class ChatServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<ChatServerRequest, ChatServerReply> _answer;
    private readonly ConcurrentQueue<ChatServerRequest> _requests = [];
    private readonly ConcurrentQueue<string> _answered = [];
    private readonly Lock _lock = new();
    private int _inFlight;

    public ChatServer(Func<ChatServerRequest, ChatServerReply> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/v1");
        _ = AcceptAsync();
    }

    /// <summary>Gives these answers in the order of the requests, and the last of them from then on.</summary>
    public static ChatServer Scripted(params ChatServerReply[] replies)
    {
        var next = -1;
        return new ChatServer(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    public Uri Address { get; }

    public IReadOnlyCollection<ChatServerRequest> Requests => _requests;

    /// <summary>The questions that were answered in whole: what somebody would pay for.</summary>
    public IReadOnlyCollection<string> Answered => _answered;

    public int MostInFlight { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        // Disposed while it waited.
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            await using var stream = client.GetStream();
            while (await ChatServerRequest.ReadAsync(stream) is { } request && await ReplyAsync(stream, request))
            {
            }
        }
        // The client has gone.
        catch (Exception error) when (error is IOException or SocketException)
        {
        }
    }

    /// <returns>Whether the connection stays.</returns>
    private async Task<bool> ReplyAsync(NetworkStream stream, ChatServerRequest request)
    {
        _requests.Enqueue(request);
        Count(+1);
        var reply = _answer(request);
        if (reply.Delay > TimeSpan.Zero)
            await Task.Delay(reply.Delay);
        Count(-1);
        var bytes = reply.ToBytes();
        var sent = reply.Drop switch { Drop.BeforeAnswer => 0, Drop.InTheMiddle => bytes.Length - Encoding.UTF8.GetByteCount(reply.Body) / 2, _ => bytes.Length };
        if (reply.IsAnswer)
            _answered.Enqueue(request.Question);
        await stream.WriteAsync(bytes.AsMemory(0, sent));
        return reply.Drop == Drop.Never;
    }

    private void Count(int change)
    {
        lock (_lock)
        {
            _inFlight += change;
            MostInFlight = Math.Max(MostInFlight, _inFlight);
        }
    }
}
