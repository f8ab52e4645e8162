// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.console.Width;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help in both languages: commands first, then a command's own options, then those that all
 * commands have, then an example.
 */
final class HelpPage extends Help {
  private static final int COLUMNS = 100;

  private HelpPage(CommandSpec spec, ColorScheme colors) {
    super(spec, colors);
  }

  /** Gives a command and all below it this kind of help. */
  static void arrange(CommandLine line) {
    line.setHelpFactory(HelpPage::new);
    line.setUsageHelpWidth(COLUMNS);
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    arrangeOne(line);
  }

  private static void arrangeOne(CommandLine line) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.synopsisHeading("用法 Usage: ");
    usage.abbreviateSynopsis(true);
    usage.commandListHeading("%n命令 Commands:%n");
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n参数 Parameters:%n");
    List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
    sections.removeAll(
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST));
    int options = sections.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING);
    sections.add(options, UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    sections.add(options, UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    usage.sectionKeys(sections);
    line.getSubcommands().values().forEach(HelpPage::arrangeOne);
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

  /** What a command does, in both languages; what else it says of itself is for its own page. */
  private static String title(CommandSpec spec) {
    return Arrays.stream(spec.usageMessage().description())
        .limit(2)
        .collect(Collectors.joining(" "));
  }

  @Override
  public String optionList() {
    List<OptionSpec> shown =
        commandSpec().options().stream().filter(option -> !option.hidden()).toList();
    List<OptionSpec> own = shown.stream().filter(option -> !option.inherited()).toList();
    List<OptionSpec> common = shown.stream().filter(OptionSpec::inherited).toList();
    return part("选项 Options", own, commandSpec().parent() != null)
        + part("通用选项 Options of all commands", common, true);
  }

  private String part(String heading, List<OptionSpec> options, boolean below) {
    if (options.isEmpty()) {
      return "";
    }
    String title = below ? heading : "选项（所有命令通用） Options of all commands";
    return "\n" + title + ":\n" + optionListExcludingGroups(options);
  }
}
