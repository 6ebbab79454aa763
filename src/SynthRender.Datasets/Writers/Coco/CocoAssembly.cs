using System.Text.Encodings.Web;
using System.Text.Json;
using MessagePack;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>Puts annotations/ together from the records of all frames, one record in memory at a time.</summary>
internal sealed class CocoAssembly(DatasetDescription description, FrameFiles files, CocoCategories categories, CocoOptions options)
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private string[]? _semanticClasses;

    /// <summary>Writes the files and returns their paths, relative to the dataset's folder.</summary>
    internal IReadOnlyList<string> Write(IEnumerable<FrameRecord> frames)
    {
        AtomicFile.Write(files.PathOf("", CocoWriter.AnnotationFile), stream =>
        {
            using var json = new Utf8JsonWriter(stream, Compact);
            json.WriteStartObject();
            CocoJson.WriteInfo(json, description);
            WriteImages(json, frames);
            var numbered = categories.Numbered();
            WriteAnnotations(json, frames, numbered.ToDictionary(c => c.Category.Name, StringComparer.Ordinal));
            CocoJson.WriteCategories(json, numbered, options);
            json.WriteEndObject();
        });
        if (_semanticClasses is null) return [CocoWriter.AnnotationFile, CocoWriter.SampleFile];
        WriteClasses(_semanticClasses);
        return [CocoWriter.AnnotationFile, CocoWriter.SampleFile, CocoWriter.ClassFile];
    }

    /// <summary>The first pass: images and sampled values go out, categories are gathered, for ids need all of them.</summary>
    private void WriteImages(Utf8JsonWriter json, IEnumerable<FrameRecord> frames) =>
        AtomicFile.Write(files.PathOf("", CocoWriter.SampleFile), samples =>
        {
            var last = (Frame: -1, Camera: "");
            json.WriteStartArray("images"u8);
            foreach (var frame in frames)
            {
                if (frame.FrameIndex < last.Frame || (frame.FrameIndex == last.Frame && string.CompareOrdinal(frame.Camera, last.Camera) <= 0))
                    throw new DatasetException(
                        $"Frame {frame.FrameIndex} of '{frame.Camera}' comes after frame {last.Frame} of '{last.Camera}'; "
                        + "they are expected in order, each once.");
                var record = Read(frame);
                foreach (var category in record.Categories) categories.Add(category.ToCategory());
                _semanticClasses ??= record.SemanticClasses;
                CocoJson.WriteImage(json, record, files.ImageId(frame.FrameIndex, frame.Camera), frame);
                FlushWhenFull(json);
                if (frame.FrameIndex != last.Frame)
                {
                    samples.Write(record.Samples);
                    samples.WriteByte((byte)'\n');
                }

                last = (frame.FrameIndex, frame.Camera);
            }

            json.WriteEndArray();
        });

    private void WriteAnnotations(Utf8JsonWriter json, IEnumerable<FrameRecord> frames, Dictionary<string, (int Id, DatasetCategory Category)> numbered)
    {
        var id = 0L;
        json.WriteStartArray("annotations"u8);
        foreach (var frame in frames)
        {
            var record = Read(frame);
            var imageId = files.ImageId(frame.FrameIndex, frame.Camera);
            foreach (var annotation in record.Annotations)
            {
                var own = record.Categories[annotation.Category];
                var (categoryId, category) = numbered[own.Name];
                CocoJson.WriteAnnotation(json, record, annotation, ++id, imageId, categoryId, KeypointsOf(category, own));
                FlushWhenFull(json);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>For each keypoint of a category, its index among an object's own ones, −1 where the object lacks it.</summary>
    private static int[] KeypointsOf(DatasetCategory category, CocoCategoryRecord own) => category.Template is { } template
        ? [.. template.Names.Select(name => Array.IndexOf(own.KeypointNames ?? [], name))]
        : [];

    private void WriteClasses(string[] classes) => AtomicFile.Write(files.PathOf("", CocoWriter.ClassFile), stream =>
    {
        using var json = new Utf8JsonWriter(stream, Compact);
        json.WriteStartArray();
        for (var i = 0; i < classes.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, i + 1);
            json.WriteString("name"u8, classes[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void FlushWhenFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt) json.Flush();
    }

    private static CocoFrameRecord Read(FrameRecord frame)
    {
        try
        {
            var record = MessagePackSerializer.Deserialize<CocoFrameRecord>(frame.Payload, CocoFrameRecord.Options);
            if (record?.Version == CocoFrameRecord.CurrentVersion) return record;
        }
        catch (MessagePackSerializationException error)
        {
            throw new DatasetException(
                $"The record of frame {frame.FrameIndex} ('{frame.Camera}') is damaged: "
                + $"{error.Message} Delete it and render the frame again.", error);
        }

        throw new DatasetException(
            $"The record of frame {frame.FrameIndex} ('{frame.Camera}') was written by another version of the program. "
            + "Finish the dataset with that version, or start anew.");
    }
}
