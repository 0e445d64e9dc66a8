package bouncer.app.handout;

/** Lets tests of other packages read the workflow that is handed out. */
public final class WorkflowTemplate {
    private WorkflowTemplate() {}

    /** Its text, with its place holders. */
    public static String text() {
        return Tree.resource("workflow.yml");
    }
}
