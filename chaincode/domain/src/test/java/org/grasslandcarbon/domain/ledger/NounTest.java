// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void no_two_nouns_and_no_two_verbs_of_a_noun_have_one_name() {
    assertThat(Catalogue.nouns()).extracting(Noun::name).doesNotHaveDuplicates();
    for (Noun noun : Catalogue.nouns()) {
      assertThat(noun.verbs()).extracting(Verb::name).doesNotHaveDuplicates();
    }
  }
}
