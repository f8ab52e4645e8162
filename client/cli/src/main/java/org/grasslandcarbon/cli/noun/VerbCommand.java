// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.List;
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
import tools.jackson.databind.node.ObjectNode;

/** Gives the instruction of a verb; what can be said for it comes from the action's record. */
final class VerbCommand extends SendCommand {
  private final ShortVerb word;
  private final Noun.Verb verb;
  private final List<Argument> arguments;
  private final List<Said> said;

  private VerbCommand(ShortVerb word) {
    this.word = word;
    verb = word.verb();
    arguments = Argument.of(verb.action().argsClass()).stream().filter(word::takes).toList();
    said = arguments.stream().map(argument -> new Said(argument, given(argument))).toList();
  }

  /** The command of a verb. */
  static CommandSpec spec(Noun.Verb verb) {
    return spec(ShortVerb.plain(verb));
  }

  /** The command of a word that says some of an action's arguments. */
  static CommandSpec spec(ShortVerb word) {
    VerbCommand command = new VerbCommand(word);
    Noun.Verb verb = word.verb();
    CommandSpec spec = CommandSpec.forAnnotatedObject(command).name(verb.name());
    command.said.forEach(each -> spec.add(each.given().spec()));
    UsageMessageSpec usage = spec.usageMessage();
    usage.description(description(verb.action(), word.title()));
    // Made when it is asked for: an example is JSON, and starting its reader costs time.
    usage
        .sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> Example.of(help.commandSpec().qualifiedName(), verb, command.arguments));
    return spec;
  }

  /** The same with nothing but its title, for the list of a noun's verbs. */
  static CommandSpec titleOnly(Noun.Verb verb) {
    CommandSpec spec = CommandSpec.create().name(verb.name());
    spec.usageMessage().description(description(verb.action(), verb.action().title()));
    return spec;
  }

  private static String[] description(ActionType<?> action, Name title) {
    Name roles = roles(action);
    return new String[] {
      title.zh() + "。", title.en() + ".", "发出者：" + roles.zh() + "。", "Given by: " + roles.en() + "."
    };
  }

  private static Name roles(ActionType<?> action) {
    String names = action.roles().stream().map(Role::name).collect(Collectors.joining(", "));
    return action.roles().equals(ActionType.anyRole())
        ? Name.of("任何主体", "any participant")
        : Name.of(names, names);
  }

  private Given given(Argument argument) {
    return argument.isNamed(verb.subject())
        ? Given.positional(argument.name(), help(argument), argument.form(), false)
        : Given.option(argument.name(), help(argument), argument.form(), argument.repeatable());
  }

  private Name help(Argument argument) {
    Name means = argument.help();
    StringBuilder zh = new StringBuilder(means.zh());
    StringBuilder en = new StringBuilder(means.en());
    if (argument.isNamed(verb.signer())) {
      zh.append("；默认签名者");
      en.append("; the signer by default");
    }
    if (argument.isNamed(verb.fromSubject())) {
      zh.append("；默认从登记簿查得");
      en.append("; looked up by default");
    }
    word.how(argument)
        .ifPresent(
            how -> {
              zh.append("；默认").append(how.zh());
              en.append("; by default ").append(how.en());
            });
    return Name.of(zh.toString(), en.toString());
  }

  @Override
  protected String action() {
    return verb.action().name();
  }

  @Override
  protected JsonNode example(ActionType<?> type) {
    ObjectNode example = (ObjectNode) super.example(type);
    word.say(example);
    return example;
  }

  @Override
  protected void fill(ObjectNode args, Session session) {
    said.forEach(each -> each.put(args, session));
    arguments.forEach(argument -> argument.fill(args));
    verb.signer()
        .filter(member -> !args.has(member))
        .ifPresent(member -> args.put(member, session.signer().participant().value()));
    verb.fromSubject()
        .filter(member -> !args.has(member))
        .ifPresent(member -> lookUp(args, member, session));
    word.say(args);
    word.complete(args, session);
    requireAll(args);
  }

  /** What the record says that the verb is about. */
  private void lookUp(ObjectNode args, String member, Session session) {
    String subject = verb.subject().orElseThrow();
    View view = Views.ofNoun(Words.hyphenated(subject)).orElseThrow();
    String id = args.path(subject).asString("");
    if (!id.isEmpty()) {
      JsonNode found = session.reads(view).show(view, id).path(member);
      if (!found.isMissingNode()) {
        args.set(member, found);
      }
    }
  }

  private void requireAll(ObjectNode args) {
    List<String> missing = Said.missing(said, args);
    if (!missing.isEmpty()) {
      String hint = calledAs() + " --template";
      throw new UsageException(
          "缺少 " + String.join("、", missing) + "；有效示例见 " + hint + "。",
          String.join(", ", missing) + " is missing; " + hint + " prints valid arguments.");
    }
  }
}
