// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Noun.Verb;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.junit.jupiter.api.Test;

class NounTest {
  @Test
  void a_verb_names_only_arguments_that_its_action_has() {
    Verb verb = Verb.of("settle", SettleReversal.TYPE);

    assertThatThrownBy(() -> verb.on("batch")).hasMessageContaining("settleReversal");
    assertThatThrownBy(() -> verb.orSigner("holder")).hasMessageContaining("holder");
    assertThatThrownBy(() -> verb.on("reversal").fromSubject("batch"))
        .hasMessageContaining("batch");
  }

  @Test
  void what_is_taken_from_the_subject_needs_one() {
    Verb verb = Verb.of("settle", SettleReversal.TYPE);

    assertThat(verb.on("reversal").fromSubject("project").fromSubject()).contains("project");
    assertThatThrownBy(() -> verb.fromSubject("project")).hasMessageContaining("no subject");
  }

  @Test
  void a_noun_that_two_packages_act_on_is_one_with_the_verbs_of_both() {
    Noun first = Noun.of("loss", "损失", "Losses", () -> List.of(Verb.of("a", SettleReversal.TYPE)));
    Noun second = Noun.of("loss", "损失", "Losses", () -> List.of(Verb.of("b", SettleReversal.TYPE)));

    assertThat(first.and(second).verbs()).extracting(Verb::name).containsExactly("a", "b");
    assertThat(first.and(second).title()).isEqualTo(first.title());
    assertThatThrownBy(() -> first.and(Noun.of("loss", "损失", "Other", List::of)))
        .hasMessageContaining("not one noun");
  }

  @Test
  void what_courts_do_to_credits_and_cash_is_said_of_credits_and_cash() {
    for (String noun : List.of("credits", "cash")) {
      assertThat(Catalogue.nouns())
          .filteredOn(each -> each.name().equals(noun))
          .singleElement()
          .satisfies(
              each ->
                  assertThat(each.verbs())
                      .extracting(Verb::name)
                      .contains("freeze", "release", "enforce"));
    }
  }

  @Test
  void no_two_nouns_and_no_two_verbs_of_a_noun_have_one_name() {
    assertThat(Catalogue.nouns()).extracting(Noun::name).doesNotHaveDuplicates();
    for (Noun noun : Catalogue.nouns()) {
      assertThat(noun.verbs()).extracting(Verb::name).doesNotHaveDuplicates();
    }
  }
}
