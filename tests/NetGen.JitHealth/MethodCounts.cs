using System.Reflection;
using System.Reflection.Emit;

namespace NetGen.JitHealth;

/// <summary>What the just-in-time compiler counts in a method before it decides how far to optimise it.</summary>
/// <param name="Bytes">Bytes of IL.</param>
/// <param name="Instructions">Instructions of IL.</param>
/// <param name="Blocks">Basic blocks: they begin where a branch goes, and behind every branch.</param>
/// <param name="Locals">Locals and arguments.</param>
/// <param name="LocalReferences">Instructions that name a local or an argument.</param>
/// <param name="HasLoop">Whether a branch goes backwards.</param>
internal sealed record MethodCounts(int Bytes, int Instructions, int Blocks, int Locals, int LocalReferences, bool HasLoop)
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => code.Value & 0xFFFF);

    public static MethodCounts Of(MethodBase method)
    {
        MethodBody body = method.GetMethodBody()!;
        byte[] il = body.GetILAsByteArray()!;
        int instructions = 0, references = 0;
        bool hasLoop = false;
        HashSet<int> blocks = [0];
        for (int at = 0; at < il.Length;)
        {
            OpCode code = OpCodesByValue[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            int operand = at + code.Size;
            int next = operand + OperandSize(code, il, operand);
            foreach (int target in Targets(code, il, operand, next))
            {
                blocks.Add(target);
                hasLoop |= target <= at;
            }

            if (
                next < il.Length
                    && code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
                blocks.Add(next);
            instructions++;
            references += code.Name!.Contains("loc", StringComparison.Ordinal)
                || code.Name.Contains("arg", StringComparison.Ordinal) ? 1 : 0;
            at = next;
        }

        int arguments = method.GetParameters().Length + (method.IsStatic ? 0 : 1);
        return new MethodCounts(il.Length, instructions, blocks.Count, body.LocalVariables.Count + arguments, references, hasLoop);
    }

    private static int OperandSize(OpCode code, byte[] il, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, operand),
        _ => 4,
    };

    private static IEnumerable<int> Targets(OpCode code, byte[] il, int operand, int next) => code.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [next + (sbyte)il[operand]],
        OperandType.InlineBrTarget => [next + BitConverter.ToInt32(il, operand)],
        OperandType.InlineSwitch =>
            Enumerable.Range(1, BitConverter.ToInt32(il, operand)).Select(i => next + BitConverter.ToInt32(il, operand + 4 * i)),
        _ => [],
    };
}
