// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every {@code zh("…").en("…", values)} in the sources of the product, read by the compiler. */
class DetailTemplatesTest {
  private static final Path REPOSITORY = Path.of("../..");

  private static final Pattern PLACEHOLDER = Pattern.compile("%(?:(\\d)\\$)?s");

  /** A letter of the Chinese script; what is not may be a name of the API. */
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Chinese letters and punctuation. */
  private static final Pattern NOT_ENGLISH =
      Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]");

  private static final Pattern SENTENCE_END = Pattern.compile("[\\s.。!！?？,，;；:：]$");

  /** Who may make a detail of two texts that came from elsewhere. */
  private static final List<String> TELLERS =
      List.of(
          "InstructionController.java",
          "OutcomeDocument.java",
          "RegistryException.java",
          "ReportLines.java",
          "Verdict.java");

  private static final List<Template> TEMPLATES = new ArrayList<>();
  private static final List<String> HALVES = new ArrayList<>();
  private static final TreeSet<String> TELLING = new TreeSet<>();

  private record Template(
      String file, Optional<String> zh, Optional<String> en, int values, String source) {}

  @BeforeAll
  static void readAllSources() throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(REPOSITORY)) {
      sources =
          all.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> path.toString().contains("/src/main/java/"))
              .filter(DetailTemplatesTest::hasDetails)
              .toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(Path.of(unit.getSourceFile().getName()).getFileName().toString())
            .scan(unit, null);
      }
    }
  }

  private static boolean hasDetails(Path source) {
    try {
      return Files.readString(source).contains("domain.value.Detail")
          || source.getParent().endsWith("domain/value");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Reader extends TreeScanner<Void, Void> {
    private final String file;

    Reader(String file) {
      this.file = file;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      Optional<MethodInvocationTree> first = receiver(call).filter(each -> isCall(each, "zh"));
      if (isCall(call, "en") && first.isPresent()) {
        TEMPLATES.add(
            new Template(
                file,
                text(first.get().getArguments().get(0)),
                text(call.getArguments().get(0)),
                call.getArguments().size() - 1,
                file + ": " + call));
        call.getArguments().forEach(argument -> scan(argument, nothing));
        return null;
      }
      if (isCall(call, "zh") && call.getArguments().size() == 1) {
        HALVES.add(file + ": " + call);
      }
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("told")
          && select.getExpression().toString().equals("Detail")) {
        TELLING.add(file);
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private static Optional<MethodInvocationTree> receiver(MethodInvocationTree call) {
      return call.getMethodSelect() instanceof MemberSelectTree select
              && select.getExpression() instanceof MethodInvocationTree before
          ? Optional.of(before)
          : Optional.empty();
    }

    private static boolean isCall(MethodInvocationTree call, String name) {
      ExpressionTree method = call.getMethodSelect();
      return method instanceof IdentifierTree plain && plain.getName().contentEquals(name)
          || method instanceof MemberSelectTree select
              && select.getIdentifier().contentEquals(name);
    }

    /** A literal, or some joined; nothing for what is known only when it runs. */
    private static Optional<String> text(ExpressionTree argument) {
      if (argument instanceof LiteralTree literal && literal.getValue() instanceof String text) {
        return Optional.of(text);
      }
      if (argument instanceof ParenthesizedTree inner) {
        return text(inner.getExpression());
      }
      return argument instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS
          ? text(both.getLeftOperand())
              .flatMap(left -> text(both.getRightOperand()).map(left::concat))
          : Optional.empty();
    }
  }

  /** The numbers of the values in the order in which they stand. */
  private static List<Integer> placeholders(String template) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    int next = 1;
    while (matcher.find()) {
      numbers.add(matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1)));
    }
    return numbers;
  }

  private static String withoutPlaceholders(String template) {
    return PLACEHOLDER.matcher(template).replaceAll("");
  }

  @Test
  void there_are_as_many_as_the_rules_need() {
    assertThat(TEMPLATES).hasSizeGreaterThan(300);
  }

  @Test
  void templates_are_literals_in_both_languages() {
    assertThat(TEMPLATES)
        .allSatisfy(
            each -> {
              assertThat(each.zh).as(each.source).isPresent();
              assertThat(each.en).as(each.source).isPresent();
            });
    assertThat(HALVES).isEmpty();
  }

  @Test
  void both_languages_have_every_value_once() {
    assertThat(TEMPLATES)
        .allSatisfy(
            each -> {
              List<Integer> all =
                  Stream.iterate(1, number -> number + 1).limit(each.values).toList();
              boolean isTold = each.en.orElse("").equals("%2$s");
              if (!isTold) {
                assertThat(placeholders(each.zh.orElseThrow()))
                    .as(each.source)
                    .containsExactlyInAnyOrderElementsOf(all);
                assertThat(placeholders(each.en.orElseThrow()))
                    .as(each.source)
                    .containsExactlyElementsOf(all);
              }
              assertThat(withoutPlaceholders(each.zh.orElseThrow() + each.en.orElseThrow()))
                  .as(each.source)
                  .doesNotContain("%");
            });
  }

  @Test
  void the_chinese_is_chinese_and_the_english_is_not() {
    assertThat(TEMPLATES)
        .allSatisfy(
            each -> {
              String en = withoutPlaceholders(each.en.orElseThrow());
              assertThat(NOT_ENGLISH.matcher(en).find()).as(each.source).isFalse();
              if (WORD.matcher(en).find()) {
                assertThat(CHINESE.matcher(each.zh.orElseThrow()).find()).as(each.source).isTrue();
              }
            });
  }

  @Test
  void neither_is_blank_nor_ends_as_a_sentence() {
    assertThat(TEMPLATES)
        .allSatisfy(
            each -> {
              assertThat(each.zh.orElseThrow()).as(each.source).isNotBlank();
              assertThat(each.en.orElseThrow()).as(each.source).isNotBlank();
              assertThat(SENTENCE_END.matcher(each.zh.orElseThrow()).find())
                  .as(each.source)
                  .isFalse();
              assertThat(SENTENCE_END.matcher(each.en.orElseThrow()).find())
                  .as(each.source)
                  .isFalse();
            });
  }

  /** Whatever came from elsewhere could as well be English twice. */
  @Test
  void few_may_make_a_detail_of_texts_from_elsewhere() {
    assertThat(TELLING).containsExactlyInAnyOrderElementsOf(TELLERS);
  }
}
