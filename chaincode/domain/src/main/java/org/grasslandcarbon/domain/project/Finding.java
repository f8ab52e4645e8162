// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;

/**
 * A finding of a validation or of a verification (CNCA-CCER-01:2023).
 *
 * @param closure how it was closed
 * @param flag the flag that it answers, if it answers one
 * @param kind whether it must be closed
 * @param text what was found
 * @param topic what the rules ask a certifier to address, if it is about that
 */
public record Finding(
    @Means(en = "How it was closed", zh = "关闭情况") @Most(TEXT_MOST) Optional<String> closure,
    @Means(en = "The flag that it answers", zh = "所回应的合理性提示") Optional<AnsweredFlag> flag,
    @Means(en = "Whether it must be closed", zh = "类别") Kind kind,
    @Means(en = "What was found", zh = "发现内容") @Most(TEXT_MOST) String text,
    @Means(en = "What it addresses, where a rule asks for it", zh = "所回应的规则事项")
        Optional<Topic> topic) {

  static final int TEXT_MOST = 1_000;

  /** Findings of one validation or verification. */
  public static final int FINDINGS_MOST = 50;

  /** Whether a finding must be closed before a positive opinion. */
  public enum Kind {
    /** It must be closed (整改要求). */
    MUST_CLOSE,
    /** It is for next time (观察项). */
    OBSERVATION
  }

  /** What the rules ask a certifier to address. */
  public enum Topic {
    /** More animals than the grass feeds (超载). */
    OVERLOAD
  }

  /** A finding on anything else. */
  public Finding(Optional<String> closure, Kind kind, String text) {
    this(closure, Optional.empty(), kind, text, Optional.empty());
  }

  /** A finding on what the rules ask a certifier to address. */
  public Finding(Optional<String> closure, Kind kind, String text, Optional<Topic> topic) {
    this(closure, Optional.empty(), kind, text, topic);
  }

  /** A finding that answers a flag. */
  public static Finding answering(AnsweredFlag flag, String text) {
    return new Finding(
        Optional.empty(), Optional.of(flag), Kind.OBSERVATION, text, Optional.empty());
  }

  /** Whether it addresses what a rule asks for. */
  public boolean addresses(Topic asked) {
    return topic.equals(Optional.of(asked));
  }

  /** Whether it must be closed and is not. */
  public boolean isOpen() {
    return kind == Kind.MUST_CLOSE && closure.isEmpty();
  }
}
