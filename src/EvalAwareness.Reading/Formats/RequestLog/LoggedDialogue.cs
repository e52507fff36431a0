using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats.RequestLog;

/// <summary>
/// One dialogue of a log: the messages of its last request and every answer of the model. An answer that the last request repeats stands
/// there, in the words of the answer; one that it does not was taken back by the program and stands where the dialogue went another way.
/// Assistant messages that answer nothing in the log were put into the model's mouth. What else earlier requests said is an omission.
/// </summary>
internal sealed class LoggedDialogue(LoggedRequest first)
{
    private readonly List<LoggedAnswer> _answers = [];
    private readonly List<Omission> _omissions = [];
    private LoggedRequest _last = first;
    private string? _model;

    /// <summary>Whether a request is a later one of this dialogue, or the same again because nothing came back.</summary>
    public bool GoesOnWith(LoggedRequest request)
    {
        var opening = _last.OpeningLength;
        return opening > 0 && _last.CommonLength(request) >= opening && (request.Messages.Count > opening || _answers.Count == 0);
    }

    public void Ask(LoggedRequest request)
    {
        var common = _last.CommonLength(request);
        // They are in order, so that only the last of them can stand behind the place where the requests part.
        for (var i = _answers.Count - 1; i >= 0 && _answers[i].Place > common; i--)
            _answers[i] = _answers[i] with { Place = common };
        OmitWithdrawn(request, common);
        _last = request;
    }

    public void Answer(Conversation answers)
    {
        _omissions.AddRange(answers.Omissions);
        _model ??= answers.Model;
        _answers.AddRange(answers.Messages.Select(turn => new LoggedAnswer(turn, LoggedRequest.WordsOf(turn), _last.Messages.Count, _last.Messages.Count)));
    }

    public Conversation Build()
    {
        var messages = new List<Message>();
        var answers = new Queue<LoggedAnswer>(Placed());
        for (var i = 0; i <= _last.Messages.Count; i++)
        {
            while (answers.TryPeek(out var taken) && taken.Place == i && !taken.IsRepeated)
                messages.Add(answers.Dequeue().Turn);
            if (answers.TryPeek(out var repeated) && repeated.Place == i)
                messages.Add(answers.Dequeue().Turn);
            else if (i < _last.Messages.Count)
                messages.Add(Foreign(_last.Messages[i]));
        }
        return new Conversation(messages, [.. _last.Omissions, .. _omissions]) { Model = _last.Model ?? _model };
    }

    /// <summary>The answers in order, each at its place among the messages of the last request.</summary>
    private IEnumerable<LoggedAnswer> Placed()
    {
        var repetitions = _last.Words.Index().Where(word => _last.Messages[word.Index].Role == Role.Assistant)
            .GroupBy(word => word.Item, word => word.Index).ToDictionary(group => group.Key, group => new Queue<int>(group));
        var next = 0;
        foreach (var answer in _answers)
        {
            var places = repetitions.GetValueOrDefault(answer.Words, []);
            while (places.TryPeek(out var passed) && passed < next)
                places.Dequeue();
            var isRepeated = places.TryPeek(out var place) && place <= answer.Asked;
            var placed = answer with { Place = isRepeated ? place : Math.Max(answer.Place, next), IsRepeated = isRepeated };
            next = isRepeated ? place + 1 : placed.Place;
            yield return placed;
        }
    }

    private void OmitWithdrawn(LoggedRequest request, int common)
    {
        if (common == _last.Messages.Count)
            return;
        var kept = request.Words.Concat(_answers.Select(answer => answer.Words)).ToHashSet();
        foreach (var (index, words) in _last.Words.Index().Skip(common).Where(word => !kept.Contains(word.Item)))
            _omissions.Add(new Omission($"{_last.Where} message {index}", "later requests no longer repeat it"));
    }

    private static Message Foreign(Message message) =>
        message.Role == Role.Assistant ? message with { Author = message.Author ?? Author.Prefill } : message;
}
