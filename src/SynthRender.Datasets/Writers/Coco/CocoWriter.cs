using System.Collections.Immutable;
using MessagePack;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Labelers;
using SynthRender.Frames;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>
/// Writes images/ and annotations/coco.json, instances and keypoints in one file, and annotations/samples.jsonl with the values that
/// were drawn for each frame. masks/, semantic/ and depth/ appear when a labeler asks for them.
/// </summary>
/// <remarks>
/// Image ids are frame·cameras + camera + 1 and category ids follow the description, so they are the same in every part of a run;
/// annotation ids are counted from 1 through the file. Beside COCO's own fields an image has "frame", "camera",
/// "camera_intrinsics" (K, row by row, in edge coordinates) and "world_from_camera" (4×4, row by row, for column vectors; the camera
/// looks along −Z with +Y up, metres); an annotation has "instance_id" (its value in the id image) and "name" (the path of its node);
/// a category has "sigmas" and "keypoint_flip_pairs" (from 1) beside its keypoints. Every annotation has "num_keypoints", 0 where its
/// category has none, because COCO's keypoint evaluation reads it from all; one of a category with keypoints has "keypoints" too, with flag 0
/// for those that its object lacks. Keypoints in the outer half of an outer pixel are written at its centre, so that none is below 0.
/// </remarks>
public sealed class CocoWriter : DatasetWriter
{
    /// <summary>The folder of the images.</summary>
    public const string ImageFolder = "images";

    /// <summary>The folder of the id images.</summary>
    public const string IdFolder = "masks";

    /// <summary>The folder of the class images.</summary>
    public const string ClassFolder = "semantic";

    /// <summary>The annotation file, relative to the dataset.</summary>
    public const string AnnotationFile = "annotations/coco.json";

    /// <summary>The file of sampled values, relative to the dataset.</summary>
    public const string SampleFile = "annotations/samples.jsonl";

    /// <summary>The list of semantic classes, relative to the dataset.</summary>
    public const string ClassFile = "annotations/semantic_classes.json";

    private readonly CocoOptions _options;
    private DatasetDescription? _description;
    private FrameFiles? _files;
    private CocoFrameEncoder? _encoder;
    private CocoSidecars? _sidecars;

    /// <summary>Creates a writer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CocoWriter(CocoOptions? options = null)
    {
        _options = options ?? new CocoOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MinimumVisiblePixels, 1, nameof(CocoOptions.MinimumVisiblePixels));
        if (_options.ImageQuality is not (null or >= 1 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(options), _options.ImageQuality, "The image quality is 1 to 100.");
    }

    /// <inheritdoc/>
    public override string Format => "coco";

    /// <inheritdoc/>
    public override void Begin(DatasetDescription description)
    {
        _files = new FrameFiles(description);
        _description = description;
        _encoder = new CocoFrameEncoder(_options, _files, NewCategories());
        _sidecars = new CocoSidecars(_files, _options.Durable);
        DatasetFolder.Create(description.OutputFolder, ImageFolder);
        DatasetFolder.Create(description.OutputFolder, "annotations");
    }

    /// <inheritdoc/>
    public override WrittenFrame WriteFrame(LabeledFrame frame)
    {
        var (files, encoder, sidecars) = Begun();
        var record = encoder.Encode(frame);
        var written = ImmutableArray.CreateBuilder<WrittenFile>();
        using (var image = Encode(() => EncodeColor(frame.Frame))) written.Add(files.Write(ImageFolder, record.FileName, image.Bytes, _options.Durable));
        if (frame.Find<InstanceSegmentationLabel>() is { IdImage: true }) written.Add(sidecars.WriteIds(frame.Frame, Encode));
        if (frame.Find<SemanticSegmentationLabel>() is { } semantic) written.Add(sidecars.WriteClasses(frame.Frame, semantic, Encode));
        if (frame.Find<DepthLabel>() is { } depth) written.Add(sidecars.WriteDepth(frame.Frame, depth, Encode));
        return new WrittenFrame(MessagePackSerializer.Serialize(record, CocoFrameRecord.Options), written.DrainToImmutable());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Complete(IEnumerable<FrameRecord> frames)
    {
        var (files, _, _) = Begun();
        return new CocoAssembly(_description!, files, NewCategories(), _options).Write(frames);
    }

    private CocoCategories NewCategories() => new(_description!.Categories, _options);

    private (FrameFiles Files, CocoFrameEncoder Encoder, CocoSidecars Sidecars) Begun() => _files is null
        ? throw new InvalidOperationException("Call Begin before frames are written.")
        : (_files, _encoder!, _sidecars!);

    private EncodedImage EncodeColor(RenderedFrame frame) =>
        ImageEncoder.Encode(frame.Color, frame.Width, frame.Height, _options.ImageFormat, _options.ImageQuality);
}
