using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlertAutomaton.Faults.Witness;

namespace AlertAutomaton.Faults.Rig;

/// <summary>
/// A copy of the shipped prompts in which every sentence that confirms a key is a tone: the witness can then tell, without
/// understanding French, that a resident has been told "noted".
/// </summary>
internal static class RigPrompts
{
    private static readonly TimeSpan ToneLength = TimeSpan.FromMilliseconds(800);

    public static void Write(string shipped, string target)
    {
        foreach (string language in Directory.GetDirectories(shipped))
        {
            string folder = Directory.CreateDirectory(Path.Combine(target, Path.GetFileName(language))).FullName;
            foreach (string file in Directory.GetFiles(language))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            ReplaceConfirmations(folder);
        }
    }

    private static void ReplaceConfirmations(string folder)
    {
        string manifestFile = Path.Combine(folder, "manifest.json");
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(manifestFile))!;
        byte[] tone = Tone();
        foreach (JsonNode? prompt in manifest["prompts"]!.AsArray())
        {
            string name = prompt!["name"]!.GetValue<string>();
            if (name.StartsWith("acknowledged-", StringComparison.Ordinal))
            {
                File.WriteAllBytes(Path.Combine(folder, name + ".wav"), tone);
                prompt["sha256"] = Convert.ToHexStringLower(SHA256.HashData(tone));
                prompt["lengthMs"] = (int)ToneLength.TotalMilliseconds;
            }
        }

        File.WriteAllText(manifestFile, manifest.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private static byte[] Tone()
    {
        const int Rate = 8000;
        int samples = (int)(ToneLength.TotalSeconds * Rate);
        byte[] file = new byte[44 + (samples * 2)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), samples * 2);
        for (int sample = 0; sample < samples; sample++)
        {
            double value = 8000 * Math.Sin(2 * Math.PI * WitnessTown.ConfirmationHertz * sample / Rate);
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (sample * 2)), (short)value);
        }

        return file;
    }
}
