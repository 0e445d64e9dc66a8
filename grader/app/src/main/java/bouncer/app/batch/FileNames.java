package bouncer.app.batch;

import bouncer.worker.submission.Hashes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Maps each student of a class to a unique file name that is valid on every file system. Stateless. */
final class FileNames {
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int LONGEST = 80;
    private static final int KEPT = 60;

    private FileNames() {}

    /**
     * Returns a file name for each user. It depends on the user alone, except where the names of several users differ
     * only in case: then only the name in lower case is kept as it is.
     *
     * @param users the users, without duplicates
     */
    static Map<String, String> of(Collection<String> users) {
        Map<String, Integer> alike = new HashMap<>();
        users.forEach(user -> alike.merge(lower(safe(user)), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        for (String user : users) {
            String name = safe(user);
            boolean keeps = alike.getOrDefault(lower(name), 1) == 1 || name.equals(lower(name));
            names.put(user, keeps ? name : marked(user, name));
        }
        return names;
    }

    private static String safe(String user) {
        String safe = user.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]", "_");
        boolean same = safe.equals(user)
                && user.length() <= LONGEST
                && !RESERVED.matcher(user).matches();
        return same ? safe : marked(user, safe);
    }

    private static String marked(String user, String name) {
        String start = name.substring(0, Math.min(KEPT, name.length()));
        int dot = start.indexOf('.');
        String head = RESERVED.matcher(start).matches() && dot >= 0 ? "_" + start : start;
        return head + "-" + Hashes.sha256(user).substring(0, 8);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
