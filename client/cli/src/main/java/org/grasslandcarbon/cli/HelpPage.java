// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Width;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help in the reader's language: commands first, then a command's own options, then those that all
 * commands have, then an example.
 *
 * <p>What describes a command, an option or a parameter is written in pairs of lines, Chinese and
 * English. The first pair is the sentence of what it is; whatever follows are particulars, which
 * stand in one line where both languages are shown.
 */
final class HelpPage extends Help {
  private static final int COLUMNS = 100;

  private final Language language;

  private HelpPage(CommandSpec spec, ColorScheme colors, Language language) {
    super(spec, colors);
    this.language = language;
  }

  /** Gives a command and all below it this kind of help. */
  static void arrange(CommandLine line, Language language) {
    line.setHelpFactory((spec, colors) -> new HelpPage(spec, colors, language));
    line.setUsageHelpWidth(COLUMNS);
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    UsageMessageSpec root = line.getCommandSpec().usageMessage();
    root.exitCodeListHeading("%n" + language.of("退出码", "Exit codes") + ":%n");
    Map<String, String> codes = new LinkedHashMap<>();
    ExitCode.MEANINGS.forEach(
        (code, means) -> codes.put(code.toString(), language.of(means.zh(), means.en())));
    root.exitCodeList(codes);
    arrangeOne(line, language);
  }

  private static void arrangeOne(CommandLine line, Language language) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.synopsisHeading(language.of("用法", "Usage") + ": ");
    usage.abbreviateSynopsis(true);
    usage.commandListHeading("%n" + language.of("命令", "Commands") + ":%n");
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n" + language.of("参数", "Parameters") + ":%n");
    usage.footerHeading("%n" + language.of("示例", "Example") + ":%n");
    List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
    sections.removeAll(
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST));
    int options = sections.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING);
    sections.add(options, UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    sections.add(options, UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    usage.sectionKeys(sections);
    line.getSubcommands().values().forEach(below -> arrangeOne(below, language));
  }

  /** Lines that are written in pairs, for the reader. */
  private String[] chosen(String[] pairs) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      if (i == 0 && language == Language.BOTH) {
        lines.addAll(List.of(pairs[0], pairs[1]));
      } else {
        lines.add(language.of(pairs[i], pairs[i + 1]));
      }
    }
    return lines.toArray(String[]::new);
  }

  /** picocli fills in and formats what it has, and so does the page that is made of the answer. */
  private String[] ofArgument(ArgSpec argument) {
    return Arrays.stream(chosen(argument.description()))
        .map(line -> line.replace("%", "%%"))
        .toArray(String[]::new);
  }

  @Override
  public String description(Object... params) {
    return Arrays.stream(chosen(commandSpec().usageMessage().description()))
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  @Override
  public String commandList(Map<String, Help> commands) {
    int widest = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder list = new StringBuilder();
    commands.forEach(
        (name, help) ->
            list.append("  ")
                .append(Width.padRight(name, widest + 2))
                .append(title(help.commandSpec()))
                .append('\n'));
    return list.toString();
  }

  /** What a command does; what else it says of itself is for its own page. */
  private String title(CommandSpec spec) {
    String[] pairs = spec.usageMessage().description();
    return language.of(pairs[0], pairs[1]);
  }

  @Override
  public String parameterList() {
    return parameterList(
        commandSpec().positionalParameters().stream()
            .map(each -> PositionalParamSpec.builder(each).description(ofArgument(each)))
            .map(PositionalParamSpec.Builder::build)
            .toList());
  }

  @Override
  public String optionList() {
    List<OptionSpec> shown =
        commandSpec().options().stream().filter(option -> !option.hidden()).toList();
    List<OptionSpec> own = shown.stream().filter(option -> !option.inherited()).toList();
    List<OptionSpec> common = shown.stream().filter(OptionSpec::inherited).toList();
    String all = language.of("所有命令通用的选项", "Options of all commands");
    // Those of the root are what all commands have.
    boolean isRoot = commandSpec().parent() == null;
    return part(isRoot ? all : language.of("选项", "Options"), own) + part(all, common);
  }

  private String part(String heading, List<OptionSpec> options) {
    if (options.isEmpty()) {
      return "";
    }
    return "\n"
        + heading
        + ":\n"
        + optionListExcludingGroups(
            options.stream()
                .map(each -> OptionSpec.builder(each).description(ofArgument(each)))
                .map(OptionSpec.Builder::build)
                .toList());
  }
}
