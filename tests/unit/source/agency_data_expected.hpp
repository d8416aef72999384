// What the files of the ninjs and NewsML-G2 data give, read by hand against the files.
#pragma once

namespace dateline {

/// Lines as agency_data_test.cpp writes them, sorted by file.
inline constexpr const char* kExpectedNinjs = R"table(
documentation/includes/examples/1.6/001_simple_example.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 1 0 0 0 0 0 0
documentation/includes/examples/1.6/002_renditions_example.json | json |  | - | - |  |  |  |  | 1 0 0 0 0 0 0
documentation/includes/examples/1.6/003_associations_example.json | json | Dell Redefines Workstati | 2013-05-16T04:01:00Z | - |  |  |  |  | 1 0 0 0 0 0 0
documentation/includes/examples/1.6/004_simple_text_article.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
documentation/includes/examples/1.6/005_complex_text_article.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 0 1 1 3 0
documentation/includes/examples/1.6/006_photo_only.json | rejected no_text
documentation/includes/examples/1.6/007_multimedia.json | json | Captain of wrecked cruis | 2013-07-09T10:39:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 2 1 1 3 0
documentation/includes/examples/2.2/001_simple_example.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 1 0 0 0 0 0 0
documentation/includes/examples/2.2/002_renditions_example.json | json |  | - | - |  |  |  |  | 1 0 0 0 0 0 0
documentation/includes/examples/2.2/003_associations_example.json | json | Dell Redefines Workstati | 2013-05-16T04:01:00Z | - |  |  |  |  | 1 0 0 0 0 0 0
documentation/includes/examples/2.2/004_simple_text_article.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
documentation/includes/examples/2.2/005_complex_text_article.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 0 1 1 3 0
documentation/includes/examples/2.2/006_photo_only.json | rejected no_text
documentation/includes/examples/2.2/007_multimedia.json | json | Captain of wrecked cruis | 2013-07-09T10:39:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 2 1 1 3 0
documentation/includes/examples/3.1/001_simple_example.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 1 0 0 0 0 0 0
documentation/includes/examples/3.1/002_renditions_example.json | json |  | - | - |  |  |  |  | 1 0 0 0 0 0 0
documentation/includes/examples/3.1/003_associations_example.json | json | Dell Redefines Workstati | 2013-05-16T04:01:00Z | - |  |  |  |  | 1 0 0 0 0 0 0
documentation/includes/examples/3.1/004_simple_text_article.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
documentation/includes/examples/3.1/005_complex_text_article.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 0 1 1 3 0
documentation/includes/examples/3.1/006_photo_only.json | rejected no_text
documentation/includes/examples/3.1/007_multimedia.json | json | Captain of wrecked cruis | 2013-07-09T10:39:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 2 1 1 3 0
documentation/includes/examples/3.1/008_event.json | rejected no_article
documentation/includes/examples/not-valid/008_extension.json | rejected no_text
examples/1.4/businesswire-newsml-20130515006361.json | json | Dell Redefines Workstati | 2013-05-16T04:01:00Z | - | en |  |  |  | 1 0 0 0 0 0 9
examples/1.4/businesswire-newsml-20130605006126.json | json | Cambrios被Gartner評選 | 2013-06-05T21:00:00Z | - | zh |  |  |  | 2 0 0 0 0 0 13
examples/1.4/businesswire-newsml-20130612006110.json | json | APP发布“2020 可持 | 2013-06-12T15:29:00Z | - | zh |  |  |  | 2 0 0 0 0 0 12
examples/1.4/businesswire-newsml-20130731006140.json | json | Lunch Taking a Toll? Let | 2013-07-31T15:32:00Z | - | en |  |  |  | 1 0 0 0 0 0 10
examples/1.4/ninjs-1-4-examples.json | json | Test of three new proper | 2022-04-21T12:34:56Z | - |  |  |  |  | 1 0 0 0 0 0 0
examples/1.4/ninjsExComplex1.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 1 1 1 3 0
examples/1.4/ninjsExComplex2.json | json | Captain of wrecked cruis | 2013-07-09T10:39:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 2 1 1 3 0
examples/1.4/ninjsExMediumText1.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 0 1 1 3 0
examples/1.4/ninjsExSimplePhoto1.json | rejected no_text
examples/1.4/ninjsExSimpleText1.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
examples/2.1/SIPA_image_2.json | json | Italy: Italy Demonstrati | 2020-10-27T15:35:19Z | - | en | SIPA USA | Insidefoto | GROSSETO, Italy | 4 0 0 0 0 1 10
examples/2.1/ap_audio.json | rejected no_text
examples/2.1/ap_image.json | rejected no_text
examples/2.1/ap_video.json | rejected no_text
examples/2.1/businesswire-newsml-20130605006126.json | json | Cambrios被Gartner評選 | 2013-06-05T21:00:00Z | - | zh |  |  |  | 2 0 0 0 0 0 13
examples/2.1/businesswire-newsml-20130731006140.json | json | Lunch Taking a Toll? Let | 2013-07-31T15:32:00Z | - | en |  |  |  | 1 0 0 0 0 0 10
examples/2.1/dpa_text.json | json | Faktencheck Derby-Elfmet | 2019-05-10T16:02:28+02:00 | - | de | dpa | Christian Hollmann |  | 9 0 0 0 0 0 0
examples/2.1/imageEncodedRights.json | rejected no_text
examples/2.1/imageLinkedRights.json | rejected no_text
examples/2.1/ninjsExSimpleText_2.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
examples/2.1/ntb_text.json | json | Google har kjøpt gigant | 2019-08-09T09:30:04Z | 2019-08-09T09:46:53Z | nb-no | NTB |  |  | 1 0 0 0 0 1 4
examples/2.1/schema-extension/extension-example.json | json | Militärövning i jätte | 2021-05-26T13:40:18+02:00 | - | sv | TT |  |  | 4 2 1 1 1 3 1
examples/2.1/schema-extension/extension-schema.json | rejected no_text
examples/2.1/tt_text_image_2.json | json | Militärövning i jätte | 2021-05-26T13:40:18+02:00 | - | sv | TT |  |  | 4 2 1 1 1 3 1
examples/3.0/20231004-UEFA-ChampionLeague.json | rejected no_article
examples/3.0/20231005-65-addb-event.json | rejected no_article
examples/3.0/20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf.json | json | Anti-doping measures at  | 2023-10-08T02:34:03+02:00 | - | en |  | Trond Husø+The Anti-Doping Database | Oslo, Norway | 18 0 0 0 0 0 3
examples/3.0/20231016-addb-example-press-conference.json | json | World Anti | - | - |  |  |  |  | 18 0 0 4 1 1 0
examples/3.0/SIPA_image_3.json | json | Italy: Italy Demonstrati | 2020-10-27T15:35:19Z | - | en | SIPA USA | Insidefoto | GROSSETO, Italy | 4 0 0 0 0 1 10
examples/3.0/ap_audio.json | rejected no_text
examples/3.0/ap_image.json | rejected no_text
examples/3.0/ap_video.json | rejected no_text
examples/3.0/businesswire-newsml-20130605006126.json | json | Cambrios被Gartner評選 | 2013-06-05T21:00:00Z | - | zh |  |  |  | 2 0 0 0 0 0 13
examples/3.0/businesswire-newsml-20130731006140.json | json | Lunch Taking a Toll? Let | 2013-07-31T15:32:00Z | - | en |  |  |  | 1 0 0 0 0 0 10
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/collection/20231016-event-timeline-sample.json | rejected no_article
examples/3.0/dpa_text.json | json | Faktencheck Derby-Elfmet | 2019-05-10T16:02:28+02:00 | - | de | dpa | Christian Hollmann |  | 9 0 0 0 0 0 0
examples/3.0/imageEncodedRights.json | rejected no_text
examples/3.0/imageLinkedRights.json | rejected no_text
examples/3.0/ninjsExSimpleText_3.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
examples/3.0/ntb_text.json | json | Google har kjøpt gigant | 2019-08-09T09:30:04Z | 2019-08-09T09:46:53Z | nb-no | NTB |  |  | 1 0 0 0 0 1 4
examples/3.0/simpleEvent.json | rejected no_article
examples/3.0/tt_event_pressconference_3.0.json | json | Pk med finansminister El | 2023-10-05T14:10:33+02:00 | 2023-10-05T14:27:32+02:00 | sv | TT |  |  | 1 0 0 1 1 0 2
examples/3.0/tt_text_image_3.json | json | Militärövning i jätte | 2021-05-26T13:40:18+02:00 | - | sv | TT |  |  | 4 2 1 1 1 3 1
examples/NewsML/businesswire-newsml-20130515006361.xml | newsml | Dell Redefines Workstati | 2013-05-16T04:01:00Z | - | en | Business Wire |  | ROUND ROCK, Texas | 30 6 2 0 0 3 6
examples/NewsML/businesswire-newsml-20130605006126.xml | newsml | Cambrios被Gartner評選 | 2013-06-05T21:00:00Z | - | zh | Business Wire |  | 加州桑尼維爾 | 13 0 0 0 0 3 10
examples/NewsML/businesswire-newsml-20130612006110.xml | newsml | APP发布“2020 可持 | 2013-06-12T15:29:00Z | - | zh | Business Wire |  | 印尼雅加达 | 23 4 0 0 0 5 7
examples/NewsML/businesswire-newsml-20130731006140.xml | newsml | Lunch Taking a Toll? Let | 2013-07-31T15:32:00Z | - | en | Business Wire |  | KANSAS CITY, Mo. | 16 5 1 0 0 3 7
specification/ninjs-schema-dev_0.1_v2.0.json | rejected no_text
specification/ninjs-schema-dev_0.1_v2.1.json | rejected no_text
specification/ninjs-schema-dev_0.2_v1.4.json | rejected no_text
specification/ninjs-schema-dev_0.2_v1.5.json | rejected no_text
specification/ninjs-schema_1.0.json | rejected no_text
specification/ninjs-schema_1.1.json | rejected no_text
specification/ninjs-schema_1.2.json | rejected no_text
specification/ninjs-schema_1.3.json | rejected no_text
specification/ninjs-schema_1.4.json | rejected no_text
specification/ninjs-schema_1.5.json | rejected no_text
specification/ninjs-schema_1.6.json | rejected no_text
specification/ninjs-schema_2.0.json | rejected no_text
specification/ninjs-schema_2.1.json | rejected no_text
specification/ninjs-schema_2.2.json | rejected no_text
specification/ninjs-schema_3.0.json | rejected no_text
specification/ninjs-schema_3.1.json | rejected no_text
tools/xslt/NTB_nitf_sample.xml | nitf | Pandemien herjer på den | 2021-05-16T09:00:04Z | - | nb-no | NTB | NTB-AFP-DPA | Unnao | 22 4 1 0 0 2 3
validation/Windows-dot.net/ninjs-schema_1.0_2013-09-04.json | rejected no_text
validation/Windows-dot.net/ninjsExComplex1.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 1 1 1 3 0
validation/Windows-dot.net/ninjsExComplex2-invalid.json | json | Captain of wrecked cruis | 2013-07-09T10:39:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 2 1 0 3 0
validation/Windows-dot.net/ninjsExComplex2.json | json | Captain of wrecked cruis | 2013-07-09T10:39:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 2 1 1 3 0
validation/Windows-dot.net/ninjsExMediumText1.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 0 1 1 3 0
validation/Windows-dot.net/ninjsExSimplePhoto1.json | rejected no_text
validation/Windows-dot.net/ninjsExSimpleText1.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
validation/java/ninjsvalidator/pom.xml | unrecognised application/xml
validation/java/ninjsvalidator/src/main/resources/ninjs_example_complex.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - | en |  | Paulo Santalucia+Frances d'Emilio | Grossetto, Italy | 4 0 1 1 1 3 0
validation/java/ninjsvalidator/src/main/resources/ninjs_example_invalid.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
validation/java/ninjsvalidator/src/main/resources/ninjs_example_photo.json | rejected no_text
validation/java/ninjsvalidator/src/main/resources/ninjs_example_simple.json | json | Captain of wrecked cruis | 2013-07-09T10:37:00Z | - |  |  | Paulo Santalucia+Frances d'Emilio | GROSSETO, Italy | 4 0 0 0 0 0 0
validation/package-lock.json | rejected no_text
validation/package.json | rejected no_text
)table";

/// What the files of the validation suite give, and how many of each.
inline constexpr const char* kExpectedNinjsSuite =
    "json=88; rejected bad_json=3; rejected canceled=2; rejected no_article=20; rejected "
    "no_text=116; rejected truncated=1; ";

/// As kExpectedNinjs.
inline constexpr const char* kExpectedNewsml = R"table(
examples/LISTING_10_Abstract_Concept_conveyed_in_a_NewsML-G2_Concept_Item.xml | rejected no_article
examples/LISTING_11_Person_Concept_conveyed_in_a_NewsML-G2_Concept_Item.xml | rejected no_article
examples/LISTING_12_Knowledge_Item_for_Access_Codes.xml | rejected no_article
examples/LISTING_13_Complete_Catalog_Item.xml | rejected no_article
examples/LISTING_14_Event_sent_as_a_Concept_Item.xml | rejected no_article
examples/LISTING_15_Two_Related_Events_in_a_Knowledge_Item.xml | rejected no_article
examples/LISTING_16_A_Set_of_Events_carried_in_a_News_Item.xml | rejected no_text
examples/LISTING_17_Planning_Item_a_CCL.xml | rejected no_article
examples/LISTING_18_Planning_Item_at_PCL.xml | rejected no_article
examples/LISTING_19_Planning_Item_with_delivery_at_CCL.xml | rejected no_article
examples/LISTING_1_A_NewsML-G2_News_Item.xml | rejected no_text
examples/LISTING_20_Planning_Item_with_delivery_at_PCL.xml | rejected no_article
examples/LISTING_21_A_complete_sample_SportsML-G2_document.xml | rejected no_text
examples/LISTING_22_Sports_story_in_NewsML-G2NITF.xml | newsml-g2 | Preview: Arizona Diamond | 2018-10-19T11:45:00-04:00 | - | en-us | www.xmlteam.com | The Sports Network |  | 6 0 0 2 0 0 6
examples/LISTING_23_SportsML-G2_Package.xml | rejected no_article
examples/LISTING_24_News_Message_conveying_a_complete_News_Package.xml | rejected no_article
examples/LISTING_24_News_Message_conveying_a_complete_News_Package.xml | rejected no_text
examples/LISTING_24_News_Message_conveying_a_complete_News_Package.xml | rejected no_text
examples/LISTING_24_News_Message_conveying_a_complete_News_Package.xml | rejected no_text
examples/LISTING_24_News_Message_conveying_a_complete_News_Package.xml | rejected no_text
examples/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml | nitf | Arizona Diamondbacks (29 | - | - |  |  |  |  | 2 0 0 0 0 0 0
examples/LISTING_26_Embedded_photo_metadata_fields_mapped_to_NewsML-G2.xml | rejected no_text
examples/LISTING_27_Company_Financial_Information.xml | newsml-g2 | Acme Widgets announces a | 2016-10-19T13:15:00Z | 2018-10-19T14:23:00Z | en-us | acmenews.com |  |  | 1 0 0 0 1 0 0
examples/LISTING_28_Illustrating_Located_Subject_and_Dateline.xml | unrecognised application/xml
examples/LISTING_29_Hop_History.xml | rejected no_text
examples/LISTING_2_NewsML-G2_Text_Document.xml | newsml-g2 | Fed to halt QE to avert  | 2018-11-21T16:25:32-05:00 | - | en-us | Acme News and Media LLC | Meredith Jameson | New York, NY | 2 0 0 0 0 0 3
examples/LISTING_3A_Photo_in_NewsML-G2_(URI_sibling_attributes).xml | rejected no_text
examples/LISTING_3_Photo_in_NewsML-G2.xml | rejected no_text
examples/LISTING_4_Multiple_Renditions_of_a_Video_in_NewsML-G2.xml | rejected no_text
examples/LISTING_5_Multi-part_Video_in_NewsML-G2.xml | rejected no_text
examples/LISTING_6_Simple_NewsML-G2_Package.xml | rejected no_article
examples/LISTING_7_Group_Set_example_showing_Hierarchical_Package_Structure.xml | unrecognised application/xml
examples/LISTING_8_Group_Set_example_showing_an_ALT_Package_Mode.xml | unrecognised application/xml
examples/LISTING_9_Group_Set_example_showing_a_SEQ_Package_Mode.xml | unrecognised application/xml
examples/Receiver View.xml | newsml-g2 | Fed to halt QE to avert  | 2018-11-21T16:25:32-05:00 | - | en-us | NAG | Meredith Jameson | New York, NY | 2 0 0 0 0 0 3
examples/ap_metadata_example.xml | rejected no_text
examples/facet-example-2.xml | rejected no_text
examples/facet-example-3.xml | newsml-g2 |  | 2020-02-04T12:00:00Z | - | en | AcmeNews |  |  | 1 0 0 0 0 0 0
examples/facet-example.xml | rejected no_text
)table";

}  // namespace dateline
