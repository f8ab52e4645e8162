// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

/** Something that is played on every target, with a transcript that must be the same on all. */
public interface Scenario {
  /** Small letters and hyphens; the name of its recording. */
  String name();

  /** What it shows, one sentence. */
  String about();

  /**
   * Plays it. Whatever is to be compared goes into the scene's transcript, failures too.
   *
   * @throws Exception when it cannot go on, which fails the run
   */
  void play(Scene scene) throws Exception;
}
