package bouncer.app.handout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns this project's poms into those of a handout. They are edited as text, piece by piece, so that what a student
 * opens still reads as it was written; an edit that finds nothing to edit is an error of ours. Stateless.
 */
final class Poms {
    private static final Pattern MODULES = Pattern.compile("(?s)<modules>.*?</modules>");
    private static final Pattern SOURCE = Pattern.compile("\\s*<source>([^/<]+)/[^<]*</source>");

    private Poms() {}

    /** Any pom with the version of this handout instead of the project's. */
    static String versioned(String pom, String from, String to) {
        return replaced(pom, "<version>" + from + "</version>", "<version>" + to + "</version>");
    }

    /** The root: the exercises are all there is to build. */
    static String root(String pom, String from, String to) {
        String edited = MODULES.matcher(versioned(pom, from, to))
                .replaceFirst("<modules>\n    <module>exercises</module>\n  </modules>");
        if (!edited.contains("<module>exercises</module>")) {
            throw new IllegalStateException("The root pom has no modules to replace");
        }
        return edited;
    }

    /** The exercises: only the rooms handed out, and the grader from the repository beside them. */
    static String exercises(String pom, String from, String to, List<String> slugs) {
        Matcher sources = SOURCE.matcher(versioned(pom, from, to));
        String trimmed = sources.replaceAll(
                match -> slugs.contains(match.group(1)) ? Matcher.quoteReplacement(match.group()) : "");
        for (String slug : slugs) {
            if (!trimmed.contains("<source>" + slug + "/")) {
                throw new IllegalStateException("exercises/pom.xml does not build " + slug);
            }
        }
        return replaced(trimmed, "\n  <dependencies>\n", """

                  <repositories>
                    <!-- The grader, as it was when this was handed out. -->
                    <repository>
                      <id>grader</id>
                      <url>${project.baseUri}../grader/repository</url>
                    </repository>
                  </repositories>

                  <dependencies>
                """);
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException(
                    "Not found in a pom: " + from.lines().map(String::strip).collect(Collectors.joining(" ")));
        }
        return text.replace(from, to);
    }
}
