// SPDX-License-Identifier: Apache-2.0
/** {@code grassland report}: monitoring reports from submission to approval. */
package org.grasslandcarbon.cli.report;
