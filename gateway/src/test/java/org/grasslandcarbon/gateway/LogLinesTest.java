// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What strangers send, as it stands in the log by the pattern of the settings. */
class LogLinesTest {
  private static final String FORGED =
      "x\" level=ERROR message=\"forged\r\n"
          + "2026-01-01T00:00:00 level=ERROR \u001b[2J\u202e\u2028\u0085";

  private static final String HARMLESS =
      "x? level=ERROR message=?forged??2026-01-01T00:00:00 level=ERROR ?[2J???";

  private final LoggerContext context = new LoggerContext();
  private final PatternLayout layout = new PatternLayout();

  @BeforeEach
  void readSettings() {
    YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
    settings.setResources(new ClassPathResource("application.yaml"));
    layout.setContext(context);
    layout.setPattern(settings.getObject().getProperty("logging.pattern.console"));
    layout.start();
  }

  private List<String> lines(String message, Object value, Throwable failure) {
    LoggingEvent event =
        new LoggingEvent("x", context.getLogger("a.b"), Level.WARN, message, failure, null);
    event.setKeyValuePairs(List.of(new KeyValuePair("key", value)));
    return layout.doLayout(event).lines().toList();
  }

  @Test
  void a_message_stays_within_its_line_and_its_quotation_marks() {
    List<String> lines = lines("asked for " + FORGED, 7, null);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).substring(lines.get(0).indexOf("level=")))
        .isEqualTo("level=WARN logger=b message=\"asked for " + HARMLESS + "\" key=\"7\"");
  }

  @Test
  void a_value_stays_within_its_line() {
    assertThat(lines("m", FORGED, null)).hasSize(1);
  }

  @Test
  void the_lines_of_a_stack_trace_are_frames_whatever_its_messages_say() {
    IllegalStateException failure =
        new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
    failure.addSuppressed(new IllegalArgumentException(FORGED));
    List<String> lines = lines("failed", 1, failure);
    assertThat(lines.get(0)).endsWith("level=WARN logger=b message=\"failed\" key=\"1\"");
    assertThat(lines.get(1)).startsWith("java.lang.IllegalStateException: x");
    assertThat(lines.subList(2, lines.size()))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\t.*|Caused by: .*"));
    assertThat(lines).noneMatch(line -> line.matches(".*[\\p{C}&&[^\\t]].*"));
  }

  @Test
  void text_of_people_is_left_as_it_is() {
    assertThat(lines("草原碳汇 – ok", "值", null).get(0)).endsWith("message=\"草原碳汇 – ok\" key=\"值\"");
  }
}
