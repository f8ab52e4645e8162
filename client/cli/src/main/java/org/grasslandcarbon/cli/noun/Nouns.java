// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.grasslandcarbon.cli.NounCommand;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Everything that can be said {@code grassland NOUN VERB} of. A noun of the catalogue and a view of
 * the same name are one command; verbs written by hand stand beside those that are made.
 */
public final class Nouns {
  private final Map<String, Supplier<List<Object>>> written;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** One noun: what can be done to it, what is shown of it. */
  private record Entry(Name title, Optional<Noun> noun, Optional<View> view) {}

  /**
   * @param written commands that do more than send and list, by noun; made when it is asked for
   * @param places nouns that are none of the registry's, all of whose commands are written
   */
  public Nouns(Map<String, Supplier<List<Object>>> written, Map<String, Name> places) {
    this.written = Map.copyOf(written);
    for (Noun noun : Catalogue.nouns()) {
      entries.put(
          noun.name(), new Entry(noun.title(), Optional.of(noun), Views.ofNoun(noun.name())));
    }
    for (View view : Views.all()) {
      entries.computeIfAbsent(
          view.noun(), name -> new Entry(view.title(), Optional.empty(), Optional.of(view)));
    }
    places.forEach(
        (name, title) -> entries.put(name, new Entry(title, Optional.empty(), Optional.empty())));
    if (!entries.keySet().containsAll(written.keySet())) {
      throw new IllegalStateException("verbs of no noun: " + written.keySet());
    }
  }

  /** All nouns, in the order in which people meet them. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** A noun with nothing but its title, for the list of all. */
  public CommandSpec named(String noun) {
    NounCommand command = new NounCommand();
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(noun);
    command.setSpec(spec);
    Name title = entries.get(noun).title();
    spec.usageMessage().description(title.zh() + "。", title.en() + ".");
    return spec;
  }

  /**
   * Adds the verbs to a noun that is asked for; of its actions, those that are not asked for have
   * their titles only.
   */
  public void addVerbs(CommandSpec spec, Predicate<String> asked) {
    Entry entry = entries.get(spec.name());
    entry.noun().stream()
        .flatMap(noun -> noun.verbs().stream())
        .map(verb -> asked.test(verb.name()) ? VerbCommand.spec(verb) : VerbCommand.titleOnly(verb))
        .forEach(verb -> add(spec, verb));
    entry.view().filter(Nouns::hasList).ifPresent(view -> add(spec, ListVerb.spec(view)));
    entry.view().filter(Nouns::hasRecords).ifPresent(view -> add(spec, ShowVerb.spec(view)));
    written
        .getOrDefault(spec.name(), List::of)
        .get()
        .forEach(command -> add(spec, CommandSpec.forAnnotatedObject(command)));
    String verb = spec.subcommands().keySet().iterator().next();
    spec.usageMessage().footer("  " + spec.qualifiedName() + " " + verb + " --help");
  }

  private static void add(CommandSpec spec, CommandSpec verb) {
    spec.addSubcommand(verb.name(), verb);
  }

  private static boolean hasList(View view) {
    return view.path().isPresent() || view.parent().isPresent();
  }

  private static boolean hasRecords(View view) {
    return view.path().isPresent() && view.record().isPresent();
  }
}
