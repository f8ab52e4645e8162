// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentMembersTest {
  /** Hashes that name no document, each with what it is of. */
  private static final Map<String, String> NO_DOCUMENTS =
      new TreeMap<>(
          Map.of(
              "AUCTION_BID/digest", "of a sealed bid, whose text its bidder opens",
              "BANK_BINDING/digest", "of an account number, which the ledger must not have",
              "CORRECTION/corrections/*/document",
                  "corrections of records that are not public would be told of by their files",
              "FOUNDING/sent/*", "of the founding document, which every organisation has",
              "JOURNAL/digest", "of a signed text, which is in the block",
              "KEY/certificate", "of a certificate, which is on the ledger",
              "SAMPLING_USE/digest", "of what was measured, which is on the ledger",
              "VERIFIED_SAMPLINGS/last/*/digest", "of what was measured, which is on the ledger",
              "TRUSTANCHOR/id", "of a certificate, which is on the ledger"));

  /** Every member of a type whose value is a hash, wherever it stands. */
  private static void hashes(String at, Type type, Set<Type> above, Collection<String> found) {
    if (type == Sha256.class) {
      found.add(at);
    } else if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      boolean one = generic.getRawType() == Optional.class;
      hashes(one ? at : at + "/*", last, above, found);
    } else if (type instanceof Class<?> record && record.isRecord() && !above.contains(record)) {
      Set<Type> deeper = new HashSet<>(above);
      deeper.add(record);
      for (RecordComponent component : record.getRecordComponents()) {
        hashes(at + "/" + component.getName(), component.getGenericType(), deeper, found);
      }
    }
  }

  @Test
  void every_hash_on_the_ledger_names_a_document_or_is_said_not_to() {
    Set<String> found = new TreeSet<>();
    for (RecordType<?> type : RecordTypes.all()) {
      hashes(type.name(), type.recordClass(), Set.of(), found);
    }
    Set<String> told = new TreeSet<>(NO_DOCUMENTS.keySet());
    DocumentMembers.ALL.forEach(each -> told.add(each.record().name() + each.pointer()));
    assertThat(told).isEqualTo(found).hasSize(NO_DOCUMENTS.size() + DocumentMembers.ALL.size());
  }

  @Test
  void hashes_are_found_where_a_record_has_them() {
    SampleRecords samples = new SampleRecords(true);
    for (DocumentMember member : DocumentMembers.ALL) {
      JsonNode record = Codec.tree(samples.of(member.record()));
      assertThat(member.of(record)).as(member.record().name() + member.pointer()).isNotEmpty();
    }
  }

  @Test
  void what_names_no_document_is_passed_over() {
    DocumentMember design = DocumentMembers.ofType(Project.TYPE.name()).get(0);
    for (String json :
        List.of("{}", "{\"design\":7}", "{\"design\":{\"designDocument\":\"../../etc/passwd\"}}")) {
      assertThat(design.of(Codec.readTree(json.getBytes(StandardCharsets.UTF_8))))
          .as(json)
          .isEmpty();
    }
  }

  @Test
  void only_a_report_has_members_of_which_its_author_says_what_they_are() {
    DocumentMember evidence =
        DocumentMembers.ofType(MonitoringReport.TYPE.name()).stream()
            .filter(member -> member.kinds().size() > 1)
            .findFirst()
            .orElseThrow();
    assertThat(evidence.author()).contains("/owner");
    assertThat(evidence.publicKind()).contains(DocumentKind.REPORT);
    assertThat(evidence.undeclared()).isEqualTo(DocumentKind.OTHER);
    assertThat(DocumentMembers.ALL)
        .filteredOn(member -> member.kinds().size() > 1)
        .containsExactly(evidence);
  }

  @Test
  void tenure_laboratory_sheets_photographs_and_orders_are_private() {
    assertThat(DocumentKind.values())
        .filteredOn(DocumentKind::isPublic)
        .containsExactly(
            DocumentKind.DESIGN,
            DocumentKind.REPORT,
            DocumentKind.OPINION,
            DocumentKind.RULE,
            DocumentKind.STATEMENT);
  }

  @Test
  void a_member_with_public_and_private_kinds_needs_an_author() {
    assertThatThrownBy(
            () ->
                new DocumentMember(
                    Project.TYPE,
                    "/design/designDocument",
                    List.of(DocumentKind.DESIGN, DocumentKind.TENURE),
                    Optional.empty(),
                    Visibility.ACCOUNT,
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
