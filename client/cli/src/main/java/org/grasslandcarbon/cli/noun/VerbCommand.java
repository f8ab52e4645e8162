// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives the instruction of a verb; what can be said for it comes from the action's record. */
final class VerbCommand extends SendCommand {
  private final Noun.Verb verb;
  private final Map<Argument, Given> given = new LinkedHashMap<>();

  private VerbCommand(Noun.Verb verb) {
    this.verb = verb;
    for (Argument argument : Argument.of(verb.action().argsClass())) {
      given.put(argument, given(argument));
    }
  }

  /** The command of a verb. */
  static CommandSpec spec(Noun.Verb verb) {
    VerbCommand command = new VerbCommand(verb);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command).name(verb.name());
    command.given.values().forEach(each -> spec.add(each.spec()));
    ActionType<?> action = verb.action();
    UsageMessageSpec usage = spec.usageMessage();
    usage.description(
        action.title().zh() + "。",
        action.title().en() + ".",
        "发出者 Given by: " + roles(action) + ".");
    // Made when it is asked for: an example is JSON, and starting its reader costs time.
    usage
        .sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> Example.of(help.commandSpec().qualifiedName(), verb, command.given.keySet()));
    usage.footerHeading(Example.HEADING);
    return spec;
  }

  private static String roles(ActionType<?> action) {
    return action.roles().equals(ActionType.anyRole())
        ? "任何主体 any participant"
        : action.roles().stream().map(Role::name).collect(Collectors.joining(", "));
  }

  private Given given(Argument argument) {
    return argument.isNamed(verb.subject())
        ? Given.positional(argument.name(), help(argument), argument.form(), false)
        : Given.option(argument.name(), help(argument), argument.form(), argument.repeatable());
  }

  private Name help(Argument argument) {
    StringBuilder zh = new StringBuilder(argument.means().zh());
    StringBuilder en = new StringBuilder(argument.means().en());
    if (argument.repeatable()) {
      zh.append("；可重复，最多 ").append(argument.most()).append(" 项");
      en.append("; may be repeated, at most ").append(argument.most());
    } else if (argument.most() > 0) {
      zh.append("；最多 ").append(argument.most()).append(" 字");
      en.append("; at most ").append(argument.most()).append(" characters");
    }
    if (argument.isWhole()) {
      zh.append("；其各项选项优先");
      en.append("; options of its members come before it");
    }
    if (argument.isOptional()) {
      zh.append("；可不填");
      en.append("; may be left out");
    }
    if (argument.isNamed(verb.signer())) {
      zh.append("；默认签名者");
      en.append("; the signer by default");
    }
    if (argument.isNamed(verb.fromSubject())) {
      zh.append("；默认从登记簿查得");
      en.append("; looked up by default");
    }
    return Name.of(zh.toString(), en.toString());
  }

  @Override
  protected String action() {
    return verb.action().name();
  }

  @Override
  protected void fill(ObjectNode arguments, Session session) {
    given.forEach(
        (argument, one) -> {
          if (!one.isAbsent()) {
            argument.set(arguments, value(argument, one.values(session)));
          }
        });
    given.keySet().forEach(argument -> argument.fill(arguments));
    verb.signer()
        .filter(member -> !arguments.has(member))
        .ifPresent(member -> arguments.put(member, session.signer().participant().value()));
    verb.fromSubject()
        .filter(member -> !arguments.has(member))
        .ifPresent(member -> lookUp(arguments, member, session));
    requireAll(arguments);
  }

  private static JsonNode value(Argument argument, List<JsonNode> values) {
    if (!argument.repeatable()) {
      return values.get(0);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.forEach(
        value -> {
          if (value instanceof ArrayNode several) {
            list.addAll(several);
          } else {
            list.add(value);
          }
        });
    return list;
  }

  /** What the record says that the verb is about. */
  private void lookUp(ObjectNode arguments, String member, Session session) {
    String subject = verb.subject().orElseThrow();
    View view = Views.ofNoun(Words.hyphenated(subject)).orElseThrow();
    String id = arguments.path(subject).asString("");
    if (!id.isEmpty()) {
      JsonNode found = session.reads(view).show(view, id).path(member);
      if (!found.isMissingNode()) {
        arguments.set(member, found);
      }
    }
  }

  private void requireAll(ObjectNode arguments) {
    List<String> missing =
        given.entrySet().stream()
            .filter(each -> each.getKey().isMissing(arguments))
            .map(each -> each.getValue().typed())
            .toList();
    if (!missing.isEmpty()) {
      String hint = calledAs() + " --template";
      throw new UsageException(
          "缺少 " + String.join("、", missing) + "；有效示例见 " + hint + "。",
          String.join(", ", missing) + " is missing; " + hint + " prints valid arguments.");
    }
  }
}
