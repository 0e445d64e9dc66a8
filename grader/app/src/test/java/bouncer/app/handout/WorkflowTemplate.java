package bouncer.app.handout;

import bouncer.app.files.Resources;

/** Lets tests of other packages read the workflow in the handout. Stateless. */
public final class WorkflowTemplate {
    private WorkflowTemplate() {}

    /** Returns its text with the placeholders. */
    public static String text() {
        return Resources.text(Tree.class, "workflow.yml");
    }
}
