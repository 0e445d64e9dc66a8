package bouncer.app.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A {@code pom.xml} that is changed as XML and keeps its comments and its layout. Paths name elements below
 * {@code project}, such as {@code "parent/version"}. Used by one thread.
 */
public final class Pom {
    private final Document document;

    private Pom(Document document) {
        this.document = document;
    }

    /**
     * Reads a pom.
     *
     * @throws IOException if it cannot be read or is not XML
     */
    public static Pom read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            InputSource source = new InputSource(new StringReader(Files.readString(file)));
            return new Pom(factory.newDocumentBuilder().parse(source));
        } catch (SAXException e) {
            throw new IOException(file + " is not XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser can refuse a DOCTYPE", e);
        }
    }

    /** Gives the project and the parent it names this version, where they state one. */
    public Pom version(String version) {
        for (String path : List.of("version", "parent/version")) {
            Element element = find(path);
            if (element != null) {
                element.setTextContent(version);
            }
        }
        return this;
    }

    /** Sets a property that the pom defines already. */
    public Pom property(String name, String value) {
        get("properties/" + name).setTextContent(value);
        return this;
    }

    /** Lists the modules in the order of the file. */
    public List<String> modules() {
        return children(get("modules")).stream().map(Node::getTextContent).toList();
    }

    /** Keeps only the modules whose names satisfy the condition. */
    public Pom keepModules(Predicate<String> wanted) {
        children(get("modules")).stream()
                .filter(module -> !wanted.test(module.getTextContent()))
                .forEach(Pom::remove);
        return this;
    }

    /** Adds a module before another one. */
    public Pom addModule(String name, String before) {
        for (Element module : children(get("modules"))) {
            if (module.getTextContent().equals(before)) {
                insert(module, name, module);
                return this;
            }
        }
        throw new IllegalStateException("The pom has no module " + before);
    }

    /** Keeps only the dependencies whose artifacts' names satisfy the condition. */
    public Pom keepDependencies(Predicate<String> wanted) {
        children(get("dependencies")).stream()
                .filter(dependency -> !wanted.test(artifact(dependency).getTextContent()))
                .forEach(Pom::remove);
        return this;
    }

    /** Adds a dependency behind the last one, like it in everything but the artifact's name. */
    public Pom addDependency(String artifact) {
        List<Element> all = children(get("dependencies"));
        Element last = all.get(all.size() - 1);
        Element added = insert(last, null, last.getNextSibling());
        artifact(added).setTextContent(artifact);
        return this;
    }

    /** Adds repositories in which Maven looks for artifacts, by their ids, before the dependencies. */
    public Pom addRepositories(SortedMap<String, String> urls) {
        Element dependencies = get("dependencies");
        Element repositories = document.createElement("repositories");
        urls.forEach((id, url) -> {
            Element repository = document.createElement("repository");
            append(repository, "\n      ", element("id", id));
            append(repository, "\n      ", element("url", url));
            repository.appendChild(document.createTextNode("\n    "));
            append(repositories, "\n    ", repository);
        });
        repositories.appendChild(document.createTextNode("\n  "));
        Node project = dependencies.getParentNode();
        project.insertBefore(repositories, dependencies);
        project.insertBefore(document.createTextNode("\n\n  "), dependencies);
        return this;
    }

    private Element element(String name, String text) {
        Element element = document.createElement(name);
        element.setTextContent(text);
        return element;
    }

    private void append(Element parent, String space, Element child) {
        parent.appendChild(document.createTextNode(space));
        parent.appendChild(child);
    }

    /** The pom as a file's text. */
    public String text() {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
        } catch (TransformerException e) {
            throw new IllegalStateException("A pom in memory can be written", e);
        }
    }

    /** Puts a copy of an element, and the white space before it, before a node. */
    private static Element insert(Element model, @Nullable String text, Node before) {
        Node parent = model.getParentNode();
        Element copy = (Element) model.cloneNode(true);
        if (text != null) {
            copy.setTextContent(text);
        }
        Node space = model.getPreviousSibling().cloneNode(false);
        parent.insertBefore(copy, before);
        parent.insertBefore(space, model.equals(before) ? model : copy);
        return copy;
    }

    private static void remove(Element element) {
        Node space = element.getPreviousSibling();
        if (space != null && space.getNodeType() == Node.TEXT_NODE) {
            element.getParentNode().removeChild(space);
        }
        element.getParentNode().removeChild(element);
    }

    private static Element artifact(Element dependency) {
        return children(dependency).stream()
                .filter(child -> child.getTagName().equals("artifactId"))
                .findFirst()
                .orElseThrow();
    }

    private Element get(String path) {
        Element element = find(path);
        if (element == null) {
            throw new IllegalStateException("The pom has no " + path);
        }
        return element;
    }

    private @Nullable Element find(String path) {
        Element at = document.getDocumentElement();
        for (String name : path.split("/", -1)) {
            at = at == null
                    ? null
                    : children(at).stream()
                            .filter(child -> child.getTagName().equals(name))
                            .findFirst()
                            .orElse(null);
        }
        return at;
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
