using System.Runtime.ExceptionServices;

namespace NetGen.Data;

/// <summary>
/// Hands batches from the thread that writes them to the one that reads them. One buffer is with the reader, one waits for it, and one is
/// being written. It knows nothing of the reader, so that the writer ends when nobody reads any more.
/// </summary>
internal sealed class BatchRelay
{
    private readonly object gate = new();
    private readonly BatchBuffer[] buffers;
    private long written;
    private long taken;
    private long returned;
    private ExceptionDispatchInfo? failure;
    private bool stopped;

    public BatchRelay(int images, int imageLength) =>
        buffers = [new BatchBuffer(images, imageLength), new BatchBuffer(images, imageLength), new BatchBuffer(images, imageLength)];

    /// <summary>Lets a writer fill buffers until <see cref="Stop"/>, or until it fails.</summary>
    public void Fill(BatchWriter writer)
    {
        try
        {
            while (WaitForRoom() is { } buffer)
            {
                writer.Write(buffer);
                lock (gate)
                {
                    written++;
                    Monitor.PulseAll(gate);
                }
            }
        }
        catch (Exception exception)
        {
            lock (gate)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits for the next batch. What the writer threw comes out here, behind the last batch that it finished.</summary>
    /// <exception cref="ObjectDisposedException">There are no more batches after <see cref="Stop"/>.</exception>
    public BatchBuffer Take()
    {
        lock (gate)
        {
            while (written == taken && failure is null && !stopped)
                Monitor.Wait(gate);

            ObjectDisposedException.ThrowIf(stopped, typeof(ImageBatches));
            if (written == taken)
                failure!.Throw();
            return buffers[taken++ % buffers.Length];
        }
    }

    /// <summary>Gives back the buffer that was taken last, if it was not yet.</summary>
    /// <exception cref="ObjectDisposedException">There are no more batches after <see cref="Stop"/>.</exception>
    public void Return()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopped, typeof(ImageBatches));
            returned = taken;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends the writer and whoever waits for it.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }
    }

    private BatchBuffer? WaitForRoom()
    {
        lock (gate)
        {
            while (written - returned == buffers.Length && !stopped)
                Monitor.Wait(gate);
            return stopped ? null : buffers[written % buffers.Length];
        }
    }
}
