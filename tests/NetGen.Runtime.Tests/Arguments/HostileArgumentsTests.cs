using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>Every public entry is given what it must not be given, and names it.</summary>
public sealed class HostileArgumentsTests
{
    public static TheoryData<string> Cases => [.. HostileArguments.All.Select(static wrong => wrong.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_wrong_is_named(string name)
    {
        HostileCase wrong = HostileArguments.All.Single(wrong => wrong.ToString() == name);

        Exception exception = Assert.Throws(wrong.Exception, wrong.Call);
        Assert.Equal(wrong.Argument, (exception as ArgumentException)?.ParamName);
    }

    [Fact]
    public void No_public_entry_is_left_out()
    {
        string[] tried =
        [
            .. from wrong in HostileArguments.All
               where wrong.Given == "null" && wrong.Exception == typeof(ArgumentNullException) || wrong.Given == "default"
               select $"{wrong.Member}({wrong.Argument})",
            // It sees nothing, so it asks for nothing.
            "NoProbe.Observe(name)",
            // Given by default, it means none.
            "ParameterInfo(blocks)",
        ];

        Assert.Equal([], PublicReferences().Except(tried));
    }

    /// <summary>The parameters of the public surface that null, or the default of an array, may be given to and is no value of.</summary>
    private static IEnumerable<string> PublicReferences()
    {
        NullabilityInfoContext nullability = new();
        return from type in typeof(INetwork).Assembly.GetExportedTypes()
               where type.Namespace == "NetGen" && !type.IsInterface && !type.IsAssignableTo(typeof(Attribute))
               from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                   .OfType<MethodBase>()
               where member.GetCustomAttribute<CompilerGeneratedAttribute>() is null
               from parameter in member.GetParameters()
               where IsArray(parameter.ParameterType)
                   || IsReference(parameter.ParameterType)
                   && nullability.Create(parameter).WriteState == NullabilityState.NotNull
               select $"{Name(member)}({parameter.Name})";
    }

    private static bool IsReference(Type type) =>
        type.IsGenericParameter
            ? type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)
            : !type.IsValueType && !type.IsByRef;

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static string Name(MethodBase member)
    {
        string type = member.DeclaringType!.Name.Split('`')[0];
        return member.IsConstructor ? type : $"{type}.{(member.Name == "get_Item" ? "Item" : member.Name)}";
    }
}
