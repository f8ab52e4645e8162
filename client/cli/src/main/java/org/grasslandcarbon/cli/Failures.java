// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.cli.error.NextStep;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.LocalFileException;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Detail;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns every failure into sentences or a problem document, and an exit code. */
public final class Failures {
  /** The member of a problem document that lists instructions of the outbox. */
  private static final String WAITING = "waiting";

  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * What a failure looks like.
   *
   * @param waiting instructions that are in the outbox on account of it, or were before
   */
  private record Shown(
      int exitCode,
      String code,
      String zh,
      String en,
      String detail,
      String detailZh,
      List<InstructionText> waiting) {
    Shown(int exitCode, String code, String zh, String en, String detail, String detailZh) {
      this(exitCode, code, zh, en, detail, detailZh, List.of());
    }
  }

  /** An instruction in the outbox, for programs. */
  private record Waiting(String action, String id, String notAfter, String participant) {
    static JsonNode of(List<InstructionText> texts) {
      return Codec.tree(
          texts.stream()
              .map(
                  text ->
                      new Waiting(
                          text.action(),
                          text.id().value(),
                          text.notAfter().toString(),
                          text.participant().value()))
              .toList());
    }
  }

  int ofUsage(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    Grassland root = root(line);
    String help = line.getCommandSpec().qualifiedName() + " --help";
    Detail typed = TypingFault.of(failure);
    Shown shown =
        new Shown(
            ExitCode.USAGE,
            "USAGE",
            "命令行有误；请看 " + help + "。",
            "The command line is not right: see " + help + ".",
            typed.en(),
            typed.zh());
    boolean json = Arrays.asList(arguments).contains("--json");
    print(shown, root.language(), json);
    if (!json && failure instanceof UnmatchedArgumentException unmatched) {
      printSuggestions(unmatched, root.language());
    }
    return ExitCode.USAGE;
  }

  private void printSuggestions(UnmatchedArgumentException unmatched, Language language) {
    List<String> suggestions = unmatched.getSuggestions();
    if (!suggestions.isEmpty()) {
      terminal
          .err()
          .println(
              "  "
                  + language.of("是否想输入：", "Perhaps you want:")
                  + " "
                  + Text.printable(String.join(", ", suggestions)));
    }
  }

  int ofExecution(Exception failure, CommandLine line, ParseResult parsed) {
    Grassland root = root(line);
    if (failure instanceof RegistryProblem problem && root.isForPrograms()) {
      return printProblem(problem, List.of());
    }
    if (failure instanceof KeptInOutbox kept
        && kept.reason() instanceof RegistryProblem problem
        && root.isForPrograms()) {
      return printProblem(problem, kept.kept());
    }
    if (failure instanceof FileRefused refused && root.isForPrograms()) {
      terminal.err().println(Text.printableJson(Codec.text(refused.document())));
      return ExitCode.USAGE;
    }
    Shown shown = shown(failure);
    print(shown, root.language(), root.isForPrograms());
    return shown.exitCode;
  }

  /** The gateway's own document, with what is kept on account of it. */
  private int printProblem(RegistryProblem problem, List<InstructionText> kept) {
    JsonNode document = problem.document();
    if (!kept.isEmpty() && document instanceof ObjectNode object) {
      document = object.deepCopy().set(WAITING, Waiting.of(kept));
    }
    terminal.err().println(Text.printableJson(Codec.text(document)));
    return exitCode(problem);
  }

  private static Grassland root(CommandLine line) {
    return (Grassland) line.getCommandSpec().root().userObject();
  }

  private static Shown shown(Exception failure) {
    if (failure instanceof RegistryProblem problem) {
      return new Shown(
          exitCode(problem),
          problem.code(),
          problem.zh(),
          problem.en(),
          problem.detail(),
          problem.detailZh());
    }
    if (failure instanceof ClientException client) {
      return new Shown(exitCode(client), name(client), client.zh(), client.en(), "", "");
    }
    if (failure instanceof KeptInOutbox kept) {
      Shown why = shown(kept.reason());
      return new Shown(
          why.exitCode, why.code, why.zh, why.en, why.detail, why.detailZh, kept.kept());
    }
    if (failure instanceof NotSignedAgain not) {
      return new Shown(
          ExitCode.WAITS_IN_OUTBOX,
          "WAITS_IN_OUTBOX",
          not.zh(),
          not.getMessage(),
          "",
          "",
          not.waiting());
    }
    if (failure instanceof RegistryException refusal) {
      return new Shown(
          ExitCode.USAGE,
          refusal.code().name(),
          refusal.code().zh(),
          refusal.code().en(),
          refusal.en(),
          refusal.zh());
    }
    if (failure instanceof FileRefused refused) {
      return new Shown(ExitCode.USAGE, refused.code(), refused.zh(), refused.getMessage(), "", "");
    }
    if (failure instanceof UsageException usage) {
      return new Shown(
          ExitCode.USAGE, "USAGE", usage.in(Language.ZH), usage.in(Language.EN), "", "");
    }
    if (failure instanceof NotAllChecked not) {
      return new Shown(
          ExitCode.NOT_ALL_CHECKED, "NOT_ALL_CHECKED", not.zh(), not.getMessage(), "", "");
    }
    if (failure instanceof NotDone not) {
      return new Shown(ExitCode.REFUSED, "NOT_DONE", not.zh(), not.getMessage(), "", "");
    }
    if (failure instanceof FaultFound fault) {
      return new Shown(ExitCode.REFUSED, "FAULT_FOUND", fault.zh(), fault.getMessage(), "", "");
    }
    // A stack trace helps nobody who types a command; its first line helps whoever gets the report.
    StackTraceElement[] trace = failure.getStackTrace();
    String what = failure + (trace.length == 0 ? "" : " at " + trace[0]);
    return new Shown(
        ExitCode.DEFECT,
        "DEFECT",
        "程序出现缺陷，请报告以下内容。",
        "This program has a defect: please report the following.",
        what,
        what);
  }

  private static int exitCode(ClientException failure) {
    if (failure instanceof RegistryProblem problem) {
      boolean elsewhere = problem.code().equals(RegistryProblem.UNEXPECTED_ANSWER);
      return problem.isRetryable() || elsewhere ? ExitCode.UNREACHABLE : ExitCode.REFUSED;
    }
    if (failure instanceof GatewayUnreachable) {
      return ExitCode.UNREACHABLE;
    }
    return failure instanceof OutcomeUnknown ? ExitCode.UNKNOWN_YET : ExitCode.LOCAL_FILE;
  }

  private static String name(ClientException failure) {
    if (failure instanceof GatewayUnreachable) {
      return "GATEWAY_UNREACHABLE";
    }
    if (failure instanceof OutcomeUnknown) {
      return "OUTCOME_UNKNOWN";
    }
    return failure instanceof LocalFileException ? "LOCAL_FILE" : "CLIENT";
  }

  private void print(Shown shown, Language language, boolean json) {
    if (json) {
      Map<String, Object> document = new TreeMap<>();
      document.put("code", shown.code);
      document.put("title", shown.en);
      document.put("titleZh", shown.zh);
      document.put("exitCode", shown.exitCode);
      if (!shown.detail.isEmpty()) {
        document.put("detail", shown.detail);
        document.put("detailZh", shown.detailZh);
      }
      if (!shown.waiting.isEmpty()) {
        document.put(WAITING, Waiting.of(shown.waiting));
      }
      JsonNode tree = Codec.tree(document);
      terminal.err().println(Text.printableJson(Codec.text(tree)));
      return;
    }
    terminal.err().println("✗ " + Text.printable(shown.code));
    for (Language each :
        language == Language.BOTH
            ? new Language[] {Language.ZH, Language.EN}
            : new Language[] {language}) {
      terminal.err().println("  " + Text.printable(each.of(shown.zh, shown.en)));
    }
    if (!shown.detail.isEmpty()) {
      // A gateway of before details were in two languages tells the English one only.
      boolean both = !shown.detailZh.isEmpty() && !shown.detailZh.equals(shown.detail);
      if (both && language != Language.EN) {
        terminal.err().println("  详情: " + Yuan.explained(Text.printable(shown.detailZh)));
      }
      if (!both || language != Language.ZH) {
        terminal.err().println("  Detail: " + Yuan.explained(Text.printable(shown.detail)));
      }
    }
    NextStep.after(shown.code)
        .ifPresent(step -> terminal.err().println("  " + language.of("查看：", "See:") + " " + step));
    // What stood in the way of signing was shown when it was asked about.
    if (!shown.waiting.isEmpty() && shown.exitCode != ExitCode.WAITS_IN_OUTBOX) {
      printKept(shown.waiting, language);
    }
  }

  private void printKept(List<InstructionText> kept, Language language) {
    terminal.err().println("  " + language.of("发件箱中有：", "In the outbox:"));
    for (InstructionText text : kept) {
      terminal.err().println("    " + Text.printable(SignedBefore.line(text, language)));
    }
    terminal
        .err()
        .println(
            "  "
                + language.of(
                    "请勿重新输入命令：运行 grassland instruction resume 原样重发，只会生效一次。",
                    "Do not type it again: grassland instruction resume sends this very text, which"
                        + " counts once."));
  }

  /** A file that the command line names and that cannot be read. */
  public static LocalFileException unreadable(Path file, IOException cause) {
    return cause instanceof NoSuchFileException
        ? new LocalFileException("找不到文件 " + file + "。", "There is no file " + file + ".", cause)
        : LocalFileException.about("无法读取文件", "Cannot read file", file, cause);
  }

  /** A file that the command line names and that cannot be written. */
  static LocalFileException unwritable(Path file, IOException cause) {
    return LocalFileException.about("无法写入", "Cannot write", file, cause);
  }
}
