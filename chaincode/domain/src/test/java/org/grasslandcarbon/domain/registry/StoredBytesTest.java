// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The promise of compatibility: what was once written to a ledger is read, and written again to the
 * byte. Each type has a file with every member and one with the fewest; files are added, never
 * changed.
 *
 * <p>A new type, or a new optional member, gets its file with {@code ./mvnw -pl chaincode/domain
 * test -Dtest=StoredBytesTest -Dregenerate=true}, which writes only what is missing.
 */
class StoredBytesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static List<RecordType<?>> types() {
    return RecordTypes.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_was_written_is_read_and_written_again_to_the_byte(RecordType<?> type)
      throws IOException {
    List<Path> files = files(type);
    assertThat(files).as("the class comment says how to add a file").hasSizeGreaterThan(1);
    for (Path file : files) {
      byte[] written = Files.readAllBytes(file);
      LedgerRecord record = Codec.read(written, type.recordClass());
      assertThat(new String(Codec.write(record), StandardCharsets.UTF_8))
          .as(file.toString())
          .isEqualTo(new String(written, StandardCharsets.UTF_8));
      assertThat(RecordTypes.of(record.key().text())).contains(type);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_member_stands_in_a_file(RecordType<?> type) throws IOException {
    for (RecordComponent component : type.recordClass().getRecordComponents()) {
      boolean found = false;
      for (Path file : files(type)) {
        JsonNode tree = Codec.readTree(Files.readAllBytes(file));
        found |= tree.has(component.getName());
      }
      assertThat(found).as("%s.%s", type.name(), component.getName()).isTrue();
    }
  }

  private static List<Path> files(RecordType<?> type) throws IOException {
    Files.createDirectories(FOLDER);
    if (Boolean.getBoolean("regenerate")) {
      writeMissing(type, "full", new SampleRecords(true));
      writeMissing(type, "least", new SampleRecords(false));
    }
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(path -> path.getFileName().toString().startsWith(type.name() + "."))
          .sorted()
          .toList();
    }
  }

  private static void writeMissing(RecordType<?> type, String which, SampleRecords samples)
      throws IOException {
    Path file = FOLDER.resolve(type.name() + "." + which + ".json");
    if (!Files.exists(file)) {
      Files.write(file, Codec.write(samples.of(type)));
    }
  }
}
