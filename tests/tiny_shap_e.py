"""Real Shap-E pipelines with random weights, small enough to be made in a test: for words, and for pictures."""

import json
from pathlib import Path

import torch
from diffusers import HeunDiscreteScheduler, PriorTransformer, ShapEImg2ImgPipeline, ShapEPipeline
from diffusers.pipelines.shap_e.renderer import ShapERenderer
from transformers import (
    CLIPImageProcessorPil,
    CLIPTextConfig,
    CLIPTextModelWithProjection,
    CLIPTokenizer,
    CLIPVisionConfig,
    CLIPVisionModel,
)

WIDTH = 32


def save_tiny_shap_e(folder: Path) -> Path:
    """Save the pipeline as diffusers does."""
    torch.manual_seed(0)
    ShapEPipeline(
        prior=PriorTransformer(
            num_attention_heads=2, attention_head_dim=16, embedding_dim=WIDTH, num_embeddings=WIDTH,
            embedding_proj_dim=WIDTH, time_embed_dim=4 * WIDTH, num_layers=1, clip_embed_dim=2 * WIDTH,
            additional_embeddings=0, time_embed_act_fn="gelu", norm_in_type="layer", encoder_hid_proj_type=None,
            added_emb_type=None,
        ),
        text_encoder=CLIPTextModelWithProjection(
            CLIPTextConfig(
                hidden_size=WIDTH, intermediate_size=37, num_attention_heads=4, num_hidden_layers=1, vocab_size=600,
                projection_dim=WIDTH, bos_token_id=0, eos_token_id=1, pad_token_id=1,
            )
        ).eval(),
        tokenizer=_tokenizer(folder),
        scheduler=_scheduler(),
        shap_e_renderer=_renderer(),
    ).save_pretrained(folder)  # fmt: skip
    return folder


def save_tiny_shap_e_of_picture(folder: Path) -> Path:
    """Save the pipeline that follows pictures as diffusers does."""
    torch.manual_seed(0)
    ShapEImg2ImgPipeline(
        prior=PriorTransformer(
            num_attention_heads=2, attention_head_dim=16, embedding_dim=WIDTH, num_embeddings=WIDTH,
            embedding_proj_dim=WIDTH, time_embed_dim=4 * WIDTH, num_layers=1, clip_embed_dim=2 * WIDTH,
            additional_embeddings=0, time_embed_act_fn="gelu", norm_in_type="layer", embedding_proj_norm_type="layer",
            encoder_hid_proj_type=None, added_emb_type=None,
        ),
        image_encoder=CLIPVisionModel(
            CLIPVisionConfig(
                hidden_size=WIDTH, intermediate_size=37, num_attention_heads=4, num_hidden_layers=1, image_size=32,
                patch_size=8,
            )
        ).eval(),
        image_processor=CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}),
        scheduler=_scheduler(),
        shap_e_renderer=_renderer(),
    ).save_pretrained(folder)  # fmt: skip
    index = folder / "model_index.json"  # pipelines that others saved name the class that needs torchvision
    index.write_text(index.read_text().replace("CLIPImageProcessorPil", "CLIPImageProcessor"))
    return folder


def _scheduler() -> HeunDiscreteScheduler:
    return HeunDiscreteScheduler(
        beta_schedule="exp", num_train_timesteps=1024, prediction_type="sample", use_karras_sigmas=True,
        clip_sample=True, clip_sample_range=1.0,
    )  # fmt: skip


def _renderer() -> ShapERenderer:
    return ShapERenderer(
        param_shapes=((8, 93), (8, 8), (8, 8), (8, 8)), d_latent=WIDTH, d_hidden=8, n_output=12,
        background=(0.1, 0.1, 0.1),
    )  # fmt: skip


def _tokenizer(folder: Path) -> CLIPTokenizer:
    """Return a tokenizer that knows single letters."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,-'"
    words = ["<|startoftext|>", "<|endoftext|>", *letters, *(f"{letter}</w>" for letter in letters)]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return CLIPTokenizer(vocab=str(folder / "vocab.json"), merges=str(folder / "merges.txt"), model_max_length=77)
