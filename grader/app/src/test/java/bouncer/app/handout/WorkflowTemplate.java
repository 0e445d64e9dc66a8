package bouncer.app.handout;

/** Lets tests of other packages read the workflow in the handout. Stateless. */
public final class WorkflowTemplate {
    private WorkflowTemplate() {}

    /** Returns its text with the placeholders. */
    public static String text() {
        return Tree.resource("workflow.yml");
    }
}
