package bouncer.app.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What a worker is started with.
 *
 * @param classPath the submission's classes first, then the checks, then the libraries
 * @param studentClasses the directory of the submission's classes
 * @param heapMegabytes the worker's largest heap
 */
public record WorkerSettings(List<Path> classPath, Path studentClasses, int heapMegabytes) {
    public WorkerSettings {
        classPath = List.copyOf(classPath);
    }
}
