// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.ClientException;
import org.grasslandcarbon.client.FileFault;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.LocalFileException;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Detail;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;

/** Turns every failure into sentences or a problem document, and an exit code. */
final class Failures {
  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What a failure looks like. */
  private record Shown(
      int exitCode, String code, String zh, String en, String detail, String detailZh) {}

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
    boolean json = java.util.Arrays.asList(arguments).contains("--json");
    print(shown, root.language(), json);
    if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()
        && !json) {
      String alike = Text.printable(String.join(", ", unmatched.getSuggestions()));
      terminal.err().println("  " + root.language().of("相近的有", "There are") + ": " + alike);
    }
    return ExitCode.USAGE;
  }

  int ofExecution(Exception failure, CommandLine line, ParseResult parsed) {
    Grassland root = root(line);
    if (failure instanceof RegistryProblem problem && root.isForPrograms()) {
      terminal.err().println(Text.printableJson(Codec.text(problem.document())));
      return exitCode(problem);
    }
    if (failure instanceof FileRefused refused && root.isForPrograms()) {
      terminal.err().println(Text.printableJson(Codec.text(refused.document())));
      return ExitCode.USAGE;
    }
    Shown shown = shown(failure);
    print(shown, root.language(), root.isForPrograms());
    return shown.exitCode;
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
      return problem.isRetryable() ? ExitCode.UNREACHABLE : ExitCode.REFUSED;
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
        terminal.err().println("  详情: " + Text.printable(shown.detailZh));
      }
      if (!both || language != Language.ZH) {
        terminal.err().println("  Detail: " + Text.printable(shown.detail));
      }
    }
  }

  /** A file that the command line names and that cannot be read. */
  static UsageException unreadable(Path file, IOException cause) {
    Detail why = FileFault.of(file, cause);
    return new UsageException(
        "无法读取文件 " + file + "：" + why.zh() + "。",
        "Cannot read file " + file + ": " + why.en() + ".");
  }
}
