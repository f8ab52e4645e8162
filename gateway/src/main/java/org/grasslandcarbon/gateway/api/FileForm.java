// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;

/**
 * How a list becomes a file.
 *
 * @param chinese whether headings, where they are ours, are in Chinese
 * @param excel whether it is for Excel as it is set up in China, which takes a file without a byte
 *     order mark for GBK, and codes for numbers
 * @param schema in whose columns; absent for ours
 */
record FileForm(boolean chinese, boolean excel, Optional<ExportSchema> schema) {}
