using SynthRender.Datasets.Images;
using SynthRender.Datasets.Labelers;
using SynthRender.Frames;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>Writes the images beside the colour image: instance ids, class ids, depth.</summary>
internal sealed class CocoSidecars(FrameFiles files, bool durable)
{
    /// <summary>masks/: 16-bit grey, or RGB with id = R + 256·G + 65536·B when there are more than 65535 instances.</summary>
    internal WrittenFile WriteIds(RenderedFrame frame, Func<Func<EncodedImage>, EncodedImage> encode)
    {
        using var image = encode(() => LabelImages.EncodeIds(frame));
        return Write(CocoWriter.IdFolder, frame, ".png", image);
    }

    /// <summary>semantic/: class ids, 8-bit grey up to 255 classes, else 16-bit; 0 is no class.</summary>
    internal WrittenFile WriteClasses(RenderedFrame frame, SemanticSegmentationLabel label, Func<Func<EncodedImage>, EncodedImage> encode)
    {
        using var image = encode(() => LabelImages.EncodeClasses(frame, label));
        return Write(CocoWriter.ClassFolder, frame, ".png", image);
    }

    /// <summary>depth/: see <see cref="DepthFormat"/>.</summary>
    internal WrittenFile WriteDepth(RenderedFrame frame, DepthLabel label, Func<Func<EncodedImage>, EncodedImage> encode)
    {
        using var image = encode(() => DepthImages.Encode(frame, label));
        return Write("depth", frame, DepthImages.Extension(label.Format), image);
    }

    private WrittenFile Write(string subfolder, RenderedFrame frame, string extension, EncodedImage image)
    {
        DatasetFolder.Create(files.Folder, subfolder);
        var stem = files.Stem(frame.Snapshot.FrameIndex, frame.Snapshot.Camera.Name);
        return files.Write(subfolder, stem + extension, image.Bytes, durable);
    }
}
