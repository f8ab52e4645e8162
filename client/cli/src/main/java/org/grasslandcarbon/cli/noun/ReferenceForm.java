// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.Optional;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.views.Finder;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import tools.jackson.databind.JsonNode;

/**
 * A record that people also name otherwise than by its id, as a project by its number: the other
 * name is looked up in the registry, since instructions name ids.
 *
 * @param view the record's view
 */
record ReferenceForm(View view) implements Form {

  /** The form of a member that is called as a noun whose records have other names. */
  static Optional<Form> of(String member) {
    return Views.ofNoun(Words.hyphenated(member))
        .filter(view -> view.path().isPresent())
        .filter(view -> view.finders().stream().anyMatch(ReferenceForm::isOneWord))
        .map(ReferenceForm::new);
  }

  private static boolean isOneWord(Finder finder) {
    return finder.paths().size() == 1;
  }

  @Override
  public String label() {
    return "UUID|NUMBER";
  }

  @Override
  public Name accepted() {
    return Labels.form("reference");
  }

  @Override
  public boolean isWithoutCommas() {
    return true;
  }

  @Override
  public JsonNode read(String text, Session session) {
    String name = text.strip();
    boolean isOther =
        view.finders().stream()
            .anyMatch(each -> isOneWord(each) && each.form().matcher(name).matches());
    String id = isOther ? session.reads(view).show(view, name).path("id").asString("") : name;
    return Codec.tree(new InstructionId(id));
  }

  @Override
  public String write(JsonNode value) {
    return value.asString();
  }
}
