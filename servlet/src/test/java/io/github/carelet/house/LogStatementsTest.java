package io.github.carelet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What may be written to a log: sentences that stand in the code, and in them numbers, times and what is listed here. A text
 * may be anything, a patient's name among it, so each text is listed by where it comes from.
 */
class LogStatementsTest {

    /** Classes of which any value may be logged. */
    private static final Set<String> TYPES = Set.of(
            "java.time.Instant", "java.time.Duration", "java.time.LocalDate", "java.lang.Integer", "java.lang.Long");

    /** Texts that may be logged, by the method that they come from. */
    private static final Set<String> TEXTS = Set.of(
            "AuditReport.Fault.problem",
            "Exchange.base",
            "Exchange.method",
            "Message.id",
            "Message.kind",
            "Message.destination",
            "DeliveryRound.kind",
            "Delivery.Dead.reason",
            "Delivery.Gone.reason",
            "Delivery.Retry.reason",
            "StoreUnavailableException.getMessage",
            "SqlStorage.place",
            "CatalogReading.version",
            "PublishedCatalog.first",
            "WatchedCalendar.practitioner",
            "WatchedCalendar.found",
            "WatchedCalendar.meanwhile",
            "WatchedCalendar.reason");

    private static final Set<String> METHODS = Set.of("trace", "debug", "info", "warn", "error", "log");

    @Test
    void whatIsLoggedSaysNothingOfAPatient() throws IOException {
        Findings findings = new Findings();
        findings.read(sources());
        System.out.println("arguments of log statements that are not listed: " + findings.wrong.size() + " of "
                + findings.arguments + " in " + findings.statements + " statements");
        assertThat(findings.statements).isGreaterThan(30);
        assertThat(findings.wrong)
                .as("If one of these can never hold what a patient said, list it here")
                .isEmpty();
    }

    @Test
    void aPatientInALogStatementIsSeen() throws IOException {
        Findings findings = new Findings();
        findings.read(List.of(new Text("Leaky", """
                import io.github.carelet.booking.Patient;
                class Leaky {
                    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Leaky.class);
                    void leak(Patient patient, String reason, Object any, int number) {
                        LOG.info("A booking of {}", patient.givenName());
                        LOG.info("A booking of {}", patient);
                        LOG.info("It is because " + reason);
                        LOG.info("It is because {}", reason);
                        LOG.atWarn().log("It is because {} {}", number, any);
                        LOG.info(reason);
                        LOG.info("Fine: {} {}", number, java.time.Duration.ZERO);
                    }
                }
                """)));
        assertThat(findings.statements).isEqualTo(7);
        assertThat(findings.wrong).hasSize(6);
    }

    private static List<JavaFileObject> sources() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String module : List.of("core", "servlet")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file, StandardCharsets.UTF_8);
                    if (source.contains("org.slf4j.")) {
                        sources.add(new Text(file.getFileName().toString().replace(".java", ""), source));
                    }
                }
            }
        }
        return sources;
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(String name, String source) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    /** Goes through sources as the compiler understands them. */
    private static final class Findings {

        private final Set<String> wrong = new TreeSet<>();
        private int statements;
        private int arguments;

        void read(List<JavaFileObject> sources) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask)
                        compiler.getTask(null, files, diagnostic -> {}, List.of("-proc:none"), null, sources);
                Trees trees = Trees.instance(task);
                List<CompilationUnitTree> units = new ArrayList<>();
                task.parse().forEach(units::add);
                task.analyze();
                for (CompilationUnitTree unit : units) {
                    new Statements(trees, task.getTypes()).scan(new TreePath(unit), null);
                }
            }
        }

        /** Looks at each call of a logger. */
        private final class Statements extends TreePathScanner<@Nullable Void, @Nullable Void> {

            private final Trees trees;
            private final Types types;

            Statements(Trees trees, Types types) {
                this.trees = trees;
                this.types = types;
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                Element method = trees.getElement(getCurrentPath());
                boolean logs = method != null
                        && METHODS.contains(method.getSimpleName().toString())
                        && method.getEnclosingElement().toString().startsWith("org.slf4j.");
                if (logs) {
                    statements++;
                    List<? extends ExpressionTree> given = call.getArguments();
                    if (!isConstant(given.get(0))) {
                        report(call, given.get(0), "is no sentence that stands in the code");
                    }
                    given.subList(1, given.size()).forEach(each -> argument(call, each));
                }
                return super.visitMethodInvocation(call, nothing);
            }

            private void argument(MethodInvocationTree call, ExpressionTree argument) {
                arguments++;
                if (!isAllowed(argument)) {
                    report(call, argument, origin(argument) + " of type " + type(argument));
                }
            }

            private boolean isAllowed(ExpressionTree argument) {
                TypeMirror type = type(argument);
                return type.getKind().isPrimitive()
                        || TYPES.contains(type.toString())
                        || isThrown(type)
                        || isEnum(type)
                        || argument.toString().endsWith(".getClass().getName()")
                        || TEXTS.contains(origin(argument));
            }

            private boolean isEnum(TypeMirror type) {
                Element element = types.asElement(type);
                return element != null && element.getKind() == ElementKind.ENUM;
            }

            private boolean isThrown(TypeMirror type) {
                for (TypeMirror each = type; each.getKind() == TypeKind.DECLARED; ) {
                    if (each.toString().equals("java.lang.Throwable")) {
                        return true;
                    }
                    List<? extends TypeMirror> above = types.directSupertypes(each);
                    if (above.isEmpty()) {
                        return false;
                    }
                    each = above.get(0);
                }
                return type.getKind() == TypeKind.UNION;
            }

            private boolean isConstant(ExpressionTree message) {
                if (message instanceof ConditionalExpressionTree either) {
                    return isConstant(either.getTrueExpression()) && isConstant(either.getFalseExpression());
                }
                if (message.getKind() == Tree.Kind.STRING_LITERAL) {
                    return true;
                }
                if (message instanceof BinaryTree sum) {
                    return isConstant(sum.getLeftOperand()) && isConstant(sum.getRightOperand());
                }
                return trees.getElement(path(message)) instanceof VariableElement variable
                        && variable.getConstantValue() != null;
            }

            /** Returns where a value comes from: {@code Class.method}, or the name of a variable with its class. */
            private String origin(ExpressionTree argument) {
                if (argument instanceof MethodInvocationTree call) {
                    ExpressionTree select = call.getMethodSelect();
                    return select instanceof MemberSelectTree member
                            ? named(type(member.getExpression())) + "." + member.getIdentifier()
                            : owner() + "." + select;
                }
                return argument instanceof IdentifierTree name ? owner() + "." + name.getName() : argument.toString();
            }

            /** Returns the name of a class without its package. */
            private String named(TypeMirror type) {
                return types.erasure(type).toString().replaceFirst("^([a-z0-9]+\\.)*", "");
            }

            private String owner() {
                return getCurrentPath()
                        .getCompilationUnit()
                        .getSourceFile()
                        .getName()
                        .replaceAll(".*/|\\.java", "");
            }

            private TypeMirror type(ExpressionTree expression) {
                return trees.getTypeMirror(path(expression));
            }

            private TreePath path(Tree tree) {
                return trees.getPath(getCurrentPath().getCompilationUnit(), tree);
            }

            private void report(MethodInvocationTree call, ExpressionTree argument, String problem) {
                wrong.add(owner() + ": " + argument + ": " + problem + ", in " + call.getMethodSelect());
            }
        }
    }
}
