package bouncer.bench.foreign;

/**
 * A program of a suite: a no-argument method of a class with a no-argument constructor.
 *
 * @param title what tables call it
 * @param className the class that has the method; a generated driver unless the suite's own class can be run as it is
 * @param method its name
 * @param wrong whether the suite says that it can fail: its name, or that of its class, begins or ends with "bad"
 */
record Scenario(String title, String className, String method, boolean wrong) {

    static Scenario of(String ofSuite, String className, String method) {
        String simple = ofSuite.substring(Math.max(ofSuite.lastIndexOf('.'), ofSuite.lastIndexOf('$')) + 1);
        String title = ofSuite + "." + method.replaceFirst("__.*", "");
        return new Scenario(title, className, method, isBad(method) || isBad(simple));
    }

    private static boolean isBad(String name) {
        return name.matches("[bB]ad.*|.*Bad");
    }
}
